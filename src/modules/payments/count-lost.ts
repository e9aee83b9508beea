import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import { paymentRefusals } from "./errors.ts"
import { getAttempt } from "./queries.ts"
import { disputes } from "./tables.ts"

/**
 * A part of what a bank gave to its holder was theirs anyway: it is no loss. Answers the dispute; the posting is the
 * caller's, from what is theirs, or from what is credited, to the losses. Never more than was lost.
 */
export async function countLost(
  ctx: Context,
  { attemptId, amount }: { readonly attemptId: string; readonly amount: Money },
): Promise<{ readonly disputeId: string }> {
  await getAttempt(ctx, { kind: "all" }, attemptId, "update")
  const [lost] = await ctx.db
    .select()
    .from(disputes)
    .where(and(eq(disputes.attemptId, attemptId), eq(disputes.state, "lost")))
    .limit(1)
  const left = lost ? lost.amountMinor - lost.countedMinor : 0n
  if (!lost || amount.currency !== lost.currency || amount.minor > left) {
    return paymentRefusals.refuse("payments.disputed", { attemptId })
  }
  const countedMinor = lost.countedMinor + amount.minor
  await ctx.db.update(disputes).set({ countedMinor }).where(eq(disputes.id, lost.id))
  return { disputeId: lost.id }
}
