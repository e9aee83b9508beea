import type { Context, Reach } from "#kit/context.ts"
import { findMethod } from "./find-method.ts"
import { listAccountMethods } from "./list-account-methods.ts"
import { isChargeable, type SavedMethod } from "./method.ts"

/** The method that would be charged for this account now: the named one, or its default. Undefined: nobody can be charged. */
export async function findChargeableMethod(
  ctx: Context,
  reach: Reach,
  wanted: { readonly accountId: string; readonly methodId?: string | null | undefined },
): Promise<SavedMethod | undefined> {
  const { accountId, methodId } = wanted
  const found = methodId
    ? await findMethod(ctx, reach, methodId)
    : (await listAccountMethods(ctx, reach, accountId)).find(({ isDefault }) => isDefault)
  return found && found.accountId === accountId && isChargeable(found) ? found : undefined
}
