import type { Context } from "#kit/context.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { billingCatchUp } from "./billing-catch-up.ts"
import { getLoyaltyPolicy } from "./get-loyalty-policy.ts"
import { listEarned } from "./list-earned.ts"
import { rewardEarned } from "./reward-earned.ts"

const MOST_AT_ONCE = 500
const MOST_ROUNDS = 40

/**
 * Whoever will have stayed long enough when the next time begins pays less for it, and for all after it. What was asked
 * for already is left as it was asked. A policy that gives less takes from nobody what they have: that would be a dearer
 * price without a notice. One that can't be rewarded is left out; the others are.
 */
export async function rewardLoyal(ctx: Context): Promise<void> {
  const steps = await getLoyaltyPolicy(ctx)
  if (steps.length === 0) return
  let after = ""
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const earned = await listEarned(ctx, steps, { after, most: MOST_AT_ONCE })
    const { leftOut } = await inHalves(ctx, earned, (part) => rewardEarned(ctx, part))
    await billingCatchUp.leaveOut(
      ctx,
      "reward",
      leftOut.map(({ item, error }) => ({ item: item.id, error })),
    )
    if (earned.length < MOST_AT_ONCE) return
    after = earned.at(-1)?.id ?? after
  }
}
