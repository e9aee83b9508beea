import { type BilledPlace, listBilledPlaces } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { taxRefusals } from "./errors.ts"

/** Where an account is billed; one that is out of reach is as one that isn't there. */
export async function taxPlaceOf(ctx: Context, reach: Reach, accountId: string): Promise<BilledPlace> {
  const isWithin = reach.kind === "all" || (reach.kind === "accounts" && reach.accountIds.includes(accountId))
  const place = isWithin ? (await listBilledPlaces(ctx, [accountId])).get(accountId) : undefined
  return place ?? taxRefusals.refuse("tax.account_missing", { id: accountId })
}
