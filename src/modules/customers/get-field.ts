import type { Context, Reach } from "#kit/context.ts"
import { customerRefusals } from "./errors.ts"
import { type FieldView, listFields } from "./list-fields.ts"

/** There are few enough to look through all of them. */
export async function getField(ctx: Context, reach: Reach, id: string): Promise<FieldView> {
  const found = (await listFields(ctx, reach)).find((field) => field.id === id)
  return found ?? customerRefusals.refuse("customers.field_missing", { id })
}
