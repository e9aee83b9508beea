import { and, eq, inArray, sql } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { customerRefusals } from "./errors.ts"
import { readFieldValue } from "./field.ts"
import { getOpenAccount } from "./get-open-account.ts"
import { listFields } from "./list-fields.ts"
import { listFieldValues } from "./queries.ts"
import { fieldValues } from "./tables.ts"

export async function setFields(
  ctx: Context,
  wish: { readonly accountId: string; readonly values: Readonly<Record<string, string>> },
): Promise<{ values: Record<string, string> }> {
  const { id: accountId } = await getOpenAccount(ctx, wish.accountId)
  const reach = within(ctx.actor)
  const before = await listFieldValues(ctx, reach, accountId)
  const known = await listFields(ctx, reach)
  const kept: { fieldId: string; value: string }[] = []
  const gone: string[] = []
  for (const [fieldId, typed] of Object.entries(wish.values)) {
    const field = known.find((one) => one.id === fieldId)
    if (!field) return customerRefusals.refuse("customers.field_missing", { id: fieldId })
    if (typed.trim() === "") gone.push(fieldId)
    else kept.push({ fieldId, value: readFieldValue(field, typed) ?? refuseValue(field.name, fieldId) })
  }
  if (gone.length > 0) {
    await ctx.db
      .delete(fieldValues)
      .where(and(eq(fieldValues.accountId, accountId), inArray(fieldValues.fieldId, gone)))
  }
  if (kept.length > 0) {
    await ctx.db
      .insert(fieldValues)
      .values(kept.map((one) => ({ id: ctx.newId("fva"), accountId, ...one })))
      .onConflictDoUpdate({
        target: [fieldValues.tenantId, fieldValues.accountId, fieldValues.fieldId],
        set: { value: sql`excluded.value` },
      })
  }
  const after = await listFieldValues(ctx, reach, accountId)
  await recordAudit(ctx, { act: "customers.fields-set", subjectId: accountId, accountId, before, after })
  return { values: after }
}

function refuseValue(name: string, fieldId: string): never {
  return customerRefusals.refuse("customers.value_wrong", { name }, { field: `values/${fieldId}` })
}
