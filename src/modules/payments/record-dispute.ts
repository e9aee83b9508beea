import { and, eq, ne } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type Money, money, toWire } from "#kit/money.ts"
import { startWork } from "#kit/work/start-work.ts"
import { keepTransferWords, postTransfer } from "#ledger"
import type { Attempt } from "./attempt.ts"
import { paymentDisputed, paymentDisputeLost } from "./events.ts"
import type { Charge } from "./gateways/gateway.ts"
import { sumSent } from "./sum-sent.ts"
import { disputes, refunds } from "./tables.ts"
import { refundWork } from "./work-kinds.ts"

type DisputeRow = typeof disputes.$inferSelect

/**
 * What the gateway says of a dispute is booked: its bank holds the money, gives it back, or gives it to the card's holder
 * and takes a fee. No credit note and no receivable: what was sold was sold, and what its payer took back is a loss.
 * Told again, nothing moves. Called with the attempt's row held.
 */
export async function recordDispute(ctx: Context, attempt: Attempt, charge: Charge): Promise<void> {
  const known = await findStanding(ctx, attempt.id)
  if (known?.state === "lost") return
  if (!charge.disputedAt) {
    if (known) await close(ctx, attempt, known, { state: "won", feeMinor: 0n })
    return
  }
  const dispute = known ?? (await open(ctx, attempt, charge))
  const { lostDispute } = charge
  if (dispute && lostDispute) {
    await close(ctx, attempt, dispute, { state: "lost", feeMinor: lostDispute.feeMinor })
  }
}

/** What is open, or was lost. */
async function findStanding(ctx: Context, attemptId: string): Promise<DisputeRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(disputes)
    .where(and(eq(disputes.attemptId, attemptId), ne(disputes.state, "won")))
  return row
}

async function open(ctx: Context, attempt: Attempt, charge: Charge): Promise<DisputeRow | undefined> {
  // A gateway may tell of a refund later than of the dispute: what our books have sent back the bank can't hold either.
  const sent = await sumSent(ctx, attempt.id)
  const refunded = sent > charge.refundedMinor ? sent : charge.refundedMinor
  const amount = money(charge.amount.minor - refunded, charge.amount.currency)
  // All of it went back before: there is nothing left to hold.
  if (amount.minor <= 0n) return undefined
  const row = {
    id: ctx.newId("dsp"),
    attemptId: attempt.id,
    state: "open" as const,
    amountMinor: amount.minor,
    currency: amount.currency,
    feeMinor: 0n,
    openedAt: ctx.clock.now(),
  }
  const [written] = await ctx.db.insert(disputes).values(row).returning()
  await book(ctx, row.id, "held", amount, {
    from: `cash:${attempt.gateway}`,
    to: `disputed:${attempt.gateway}`,
  })
  await tell(ctx, attempt, { act: "payments.disputed", id: row.id, state: "open", amount, feeMinor: 0n })
  const { reference, accountId } = attempt
  await announce(ctx, paymentDisputed, {
    disputeId: row.id,
    attemptId: attempt.id,
    reference,
    accountId,
    amount: toWire(amount),
  })
  return written
}

async function close(
  ctx: Context,
  attempt: Attempt,
  { id, amountMinor, currency }: DisputeRow,
  end: { readonly state: "won" | "lost"; readonly feeMinor: bigint },
): Promise<void> {
  const amount = money(amountMinor, currency)
  const [cash, held] = [`cash:${attempt.gateway}`, `disputed:${attempt.gateway}`]
  await ctx.db
    .update(disputes)
    .set({ ...end, closedAt: ctx.clock.now() })
    .where(eq(disputes.id, id))
  if (end.state === "won") {
    await book(ctx, id, "won", amount, {
      from: held,
      to: cash,
    })
  } else {
    await book(ctx, id, "lost", amount, {
      from: held,
      to: "losses:chargeback",
    })
    await book(ctx, id, "fee", money(end.feeMinor, currency), {
      from: cash,
      to: "fees:chargeback",
    })
  }
  await tell(ctx, attempt, { act: "payments.dispute-closed", id, amount, ...end })
  await goOn(ctx, attempt.id, id)
  if (end.state === "won") return
  const { id: attemptId, reference, accountId } = attempt
  const fact = { disputeId: id, attemptId, reference, accountId, amount: toWire(amount) }
  await announce(ctx, paymentDisputeLost, { ...fact, fee: toWire(money(end.feeMinor, currency)) })
}

/** What was to be sent back before it waited for this: sent now, or withdrawn. */
async function goOn(ctx: Context, attemptId: string, disputeId: string): Promise<void> {
  const waiting = await ctx.db
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.attemptId, attemptId), eq(refunds.state, "wanted")))
    .limit(MOST_REFUNDS)
  for (const { id } of waiting) {
    await startWork(ctx, refundWork, { refundId: id }, { key: `refund:${id}:${disputeId}` })
  }
}

/** Of one payment. */
const MOST_REFUNDS = 500

async function book(
  ctx: Context,
  disputeId: string,
  key: "held" | "won" | "lost" | "fee",
  amount: Money,
  way: { readonly from: string; readonly to: string },
): Promise<void> {
  if (amount.minor === 0n) return
  await postTransfer(ctx, {
    key: `dispute-${key}:${disputeId}`,
    currency: amount.currency,
    reference: disputeId,
    words: keepTransferWords(`dispute_${key}`, { dispute: disputeId }),
    postings: [
      { account: way.to, minor: amount.minor },
      { account: way.from, minor: -amount.minor },
    ],
  })
}

async function tell(
  ctx: Context,
  attempt: Attempt,
  fact: {
    readonly act: string
    readonly id: string
    readonly state: DisputeRow["state"]
    readonly amount: Money
    readonly feeMinor: bigint
  },
): Promise<void> {
  await recordAudit(ctx, {
    act: fact.act,
    subjectId: fact.id,
    accountId: attempt.accountId,
    after: {
      attemptId: attempt.id,
      state: fact.state,
      amount: toWire(fact.amount),
      fee: toWire(money(fact.feeMinor, fact.amount.currency)),
    },
  })
}
