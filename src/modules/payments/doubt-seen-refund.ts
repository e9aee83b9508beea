import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { ensureFinding } from "./ensure-finding.ts"
import { findRefund, getAttempt } from "./queries.ts"
import { sumSent } from "./sum-sent.ts"
import { refunds } from "./tables.ts"

const wholeHouse = { kind: "all" } as const

/** What went back at the gateway fits no paper: it stands in front of staff until they have put that right. */
export async function doubtSeenRefund(ctx: Context, refundId: string): Promise<void> {
  const known = await findRefund(ctx, wholeHouse, { id: refundId })
  if (!known) throw new Error(`There is no refund ${refundId}.`)
  const attempt = await getAttempt(ctx, wholeHouse, known.attemptId, "update")
  const seen = await findRefund(ctx, wholeHouse, { id: refundId })
  if (!seen || !attempt.chargeId || (seen.state !== "seen" && seen.state !== "unclear")) return
  await ctx.db.update(refunds).set({ state: "unclear" }).where(eq(refunds.id, refundId))
  const sent = await sumSent(ctx, attempt.id)
  await ensureFinding(ctx, attempt.endpointId, {
    kind: "refund_differs",
    subject: attempt.chargeId,
    attemptId: attempt.id,
    ours: `${sent}`,
    theirs: `${sent + seen.amount.minor}`,
  })
}
