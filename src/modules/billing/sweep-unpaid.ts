import { and, asc, eq, gt, lt, notInArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { listReferencesBeingPaid } from "#payments"
import { paymentRequests } from "./tables.ts"
import { UNPAID_AFTER } from "./unpaid.ts"
import { withdrawRequest } from "./withdraw-request.ts"

/** Older ones would have been met by an earlier run; what is left of them is a person's business. */
const FORGET_AFTER = { days: 180 }
const MOST_AT_ONCE = 200

/** Orders that nobody paid don't stay open for ever. Whoever is just paying is left to it. */
export async function sweepUnpaid(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  const reason = `Not paid within ${UNPAID_AFTER.days} days of its due date.`
  const ids = await listUnpaid(ctx, day)
  const isBeingPaid = await listReferencesBeingPaid(ctx, { kind: "all" }, ids)
  for (const id of ids) {
    if (!isBeingPaid.has(id)) await withdrawRequest(ctx, { kind: "all" }, { id, reason })
  }
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
