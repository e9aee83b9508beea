import { and, asc, eq, gt, lt, notInArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { billingCatchUp } from "./billing-catch-up.ts"
import { paymentRequests } from "./tables.ts"
import { UNPAID_AFTER } from "./unpaid.ts"
import { withdrawUnpaid } from "./withdraw-unpaid.ts"

/** Older ones would have been met by an earlier run; what is left of them is a person's business. */
const FORGET_AFTER = { days: 180 }
const MOST_AT_ONCE = 200

/** Orders that nobody paid don't stay open for ever. One that can't be taken back is left out; the others are. */
export async function sweepUnpaid(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  const { leftOut } = await inHalves(ctx, await listUnpaid(ctx, day), (ids) => withdrawUnpaid(ctx, ids))
  await billingCatchUp.leaveOut(ctx, "withdraw", leftOut)
}

async function listUnpaid(ctx: Context, day: Temporal.PlainDate): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: paymentRequests.id })
    .from(paymentRequests)
    .where(
      and(
        eq(paymentRequests.state, "open"),
        // What is asked for something in use stays open until that ends: collecting sees to it.
        // And what staff wrote by hand, they take back by hand.
        notInArray(paymentRequests.purpose, ["renewal", "manual"]),
        lt(paymentRequests.dueOn, day.subtract(UNPAID_AFTER)),
        gt(paymentRequests.dueOn, day.subtract(FORGET_AFTER)),
      ),
    )
    .orderBy(asc(paymentRequests.dueOn), asc(paymentRequests.id))
    .limit(MOST_AT_ONCE)
  return rows.map((row) => row.id)
}
