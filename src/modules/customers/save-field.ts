import { and, eq, ne, notInArray } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { customerRefusals } from "./errors.ts"
import { getField } from "./get-field.ts"
import type { FieldView } from "./list-fields.ts"
import { fields, fieldValues } from "./tables.ts"
import { keyOfName } from "./tag.ts"

/** Its kind stays: values were written by it. A choice that somebody has can't be taken out of the list. */
export async function saveField(
  ctx: Context,
  wish: {
    readonly id: string
    readonly name: string
    readonly choices: readonly string[]
    readonly isListed: boolean
  },
): Promise<FieldView> {
  const reach = within(ctx.actor)
  const before = await getField(ctx, reach, wish.id)
  const { id, name, isListed } = wish
  const nameKey = keyOfName(name)
  const taken = await ctx.db.$count(fields, and(eq(fields.nameKey, nameKey), ne(fields.id, id)))
  if (taken > 0) customerRefusals.refuse("customers.field_taken", {}, { field: "name" })
  const choices = before.kind === "choice" ? [...new Set(wish.choices)] : []
  if (before.kind === "choice") await refuseLostChoices(ctx, id, choices)
  await ctx.db.update(fields).set({ name, nameKey, choices, isListed }).where(eq(fields.id, id))
  const after = await getField(ctx, reach, id)
  const facts = (field: FieldView) => ({
    name: field.name,
    choices: field.choices,
    isListed: field.isListed,
  })
  await recordAudit(ctx, {
    act: "customers.field-saved",
    subjectId: id,
    before: facts(before),
    after: facts(after),
  })
  return after
}

async function refuseLostChoices(ctx: Context, fieldId: string, choices: readonly string[]): Promise<void> {
  if (choices.length === 0) customerRefusals.refuse("customers.choices_needed", {}, { field: "choices" })
  const [lost] = await ctx.db
    .select({ value: fieldValues.value })
    .from(fieldValues)
    .where(and(eq(fieldValues.fieldId, fieldId), notInArray(fieldValues.value, [...choices])))
    .limit(1)
  if (lost) {
    customerRefusals.refuse("customers.choice_in_use", { choice: lost.value }, { field: "choices" })
  }
}
