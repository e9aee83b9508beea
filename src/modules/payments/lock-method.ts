import { type Context, type Reach } from "#kit/context.ts"
import { paymentRefusals } from "./errors.ts"
import { getMethod } from "./get-method.ts"
import { listAccountMethods } from "./list-account-methods.ts"
import { type SavedMethod } from "./method.ts"

/** With all of its account's locked, in their one order: for whoever changes which is what. */
export async function lockMethod(ctx: Context, reach: Reach, id: string): Promise<SavedMethod> {
  const { accountId } = await getMethod(ctx, reach, id)
  const all = await listAccountMethods(ctx, reach, accountId, "update")
  const found = all.find((one) => one.id === id)
  return found ?? paymentRefusals.refuse("payments.method_missing", { methodId: id })
}
