import type { z } from "zod"
import { getAccount, identityRefusals } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import type { billingDayShape } from "./billing-day-contract.ts"
import { findBillingDay } from "./find-billing-day.ts"
import { listRunningOf } from "./list-running-of.ts"
import { type AlignedTime, planBillingDay } from "./plan-billing-day.ts"

/** The day as it is, and what another would cost: by the plan that choosing it follows. */
export async function describeBillingDay(
  ctx: Context,
  reach: Reach,
  { accountId, day }: { readonly accountId: string; readonly day?: number | undefined },
): Promise<z.infer<typeof billingDayShape>> {
  if (reach.kind === "accounts" && !reach.accountIds.includes(accountId)) {
    identityRefusals.refuse("identity.account_missing", { id: accountId })
  }
  await getAccount(ctx, accountId)
  const now = await findBillingDay(ctx, reach, accountId)
  if (day === undefined) return { day: now, preview: null }
  const { times, totals } = planBillingDay(await listRunningOf(ctx, reach, accountId), day)
  return { day: now, preview: { day, items: times.map(describeTime), totals: totals.map(toWire) } }
}

function describeTime({ one, start, lastDay, share, whole, charge, isWaived }: AlignedTime) {
  return {
    subscriptionId: one.id,
    words: one.words,
    start: start.toString(),
    lastDay: lastDay.toString(),
    share: share && { ...share },
    whole: toWire(whole),
    charge: toWire(charge),
    isWaived,
  }
}
