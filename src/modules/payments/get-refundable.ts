import type { Context, Reach } from "#kit/context.ts"
import { type Money, money } from "#kit/money.ts"
import { isDisputed } from "./is-disputed.ts"
import { getAttempt, sumRefunds } from "./queries.ts"

/** What of a payment has not been sent back or promised back yet. */
export async function getRefundable(ctx: Context, reach: Reach, attemptId: string): Promise<Money> {
  const { amount, state } = await getAttempt(ctx, reach, attemptId)
  if (state !== "settled" || (await isDisputed(ctx, attemptId))) return money(0n, amount.currency)
  return money(amount.minor - (await sumRefunds(ctx, reach, attemptId)), amount.currency)
}
