import type { Context, Reach } from "#kit/context.ts"
import { agreementRefusals } from "./agreement-errors.ts"
import { listRunning } from "./list-running.ts"
import type { Subscription } from "./subscription.ts"

/** What a customer has in force, the soonest to end first: what stands still is among it, what is over is not. */
export async function listCurrent(
  ctx: Context,
  reach: Reach,
  accountId: string | undefined,
): Promise<Subscription[]> {
  if (reach.kind === "all" && !accountId)
    agreementRefusals.refuse("billing.account_needed", {}, { field: "accountId" })
  return listRunning(ctx, reach, accountId)
}
