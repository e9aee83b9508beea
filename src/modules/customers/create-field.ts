import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { customerRefusals } from "./errors.ts"
import { type Field, MOST_FIELDS } from "./field.ts"
import { getField } from "./get-field.ts"
import type { FieldView } from "./list-fields.ts"
import { fields } from "./tables.ts"
import { keyOfName } from "./tag.ts"

export async function createField(
  ctx: Context,
  wish: Omit<Field, "id"> & { readonly isListed: boolean },
): Promise<FieldView> {
  const { name, kind, isListed } = wish
  const position = await ctx.db.$count(fields)
  if (position >= MOST_FIELDS) customerRefusals.refuse("customers.too_many_fields", { limit: MOST_FIELDS })
  const choices = kind === "choice" ? [...new Set(wish.choices)] : []
  if (kind === "choice" && choices.length === 0) {
    customerRefusals.refuse("customers.choices_needed", {}, { field: "choices" })
  }
  const id = ctx.newId("fld")
  const createdAt = ctx.clock.now()
  const made = await ctx.db
    .insert(fields)
    .values({ id, name, nameKey: keyOfName(name), kind, choices, isListed, position, createdAt })
    .onConflictDoNothing()
    .returning({ id: fields.id })
  if (made.length === 0) customerRefusals.refuse("customers.field_taken", {}, { field: "name" })
  await recordAudit(ctx, {
    act: "customers.field-created",
    subjectId: id,
    after: { name, kind, choices, isListed },
  })
  return getField(ctx, within(ctx.actor), id)
}
