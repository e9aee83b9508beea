import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { getField } from "./get-field.ts"
import { fields } from "./tables.ts"

/** With its values: the database's own cascade does that. */
export async function removeField(ctx: Context, id: string): Promise<{ id: string }> {
  const { name, kind, customers } = await getField(ctx, within(ctx.actor), id)
  await ctx.db.delete(fields).where(eq(fields.id, id))
  await recordAudit(ctx, {
    act: "customers.field-removed",
    subjectId: id,
    before: { name, kind, customers },
  })
  return { id }
}
