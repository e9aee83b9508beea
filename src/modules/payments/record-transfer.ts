import { and, eq } from "drizzle-orm"
import { type Context, type Reach } from "#kit/context.ts"
import type { Attempt } from "./attempt.ts"
import { BANK_TRANSFER } from "./bank-transfer.ts"
import { ensureBankEndpoint } from "./ensure-bank-endpoint.ts"
import { paymentRefusals } from "./errors.ts"
import { getAttempt } from "./queries.ts"
import { recordPlan } from "./record-plan.ts"
import { attempts } from "./tables.ts"
import { type AttemptWish, writeAttempt } from "./write-attempt.ts"

export interface ReceivedTransfer extends AttemptWish {
  /** The day on which the bank had it. */
  readonly receivedOn: Temporal.PlainDate
  /** What the bank's statement says: the same day and words again are the same money. */
  readonly bankReference: string
  readonly timeZone: string
}

const wholeHouse: Reach = { kind: "all" }

/**
 * Writes down money that the bank already has: an attempt that begins settled, with its posting, its event and its audit
 * like any other. Told twice it is recorded once; the same transfer for another reference is refused.
 */
export async function recordTransfer(ctx: Context, received: ReceivedTransfer): Promise<Attempt> {
  const { endpointId } = await ensureBankEndpoint(ctx)
  const chargeId = `${received.receivedOn} ${received.bankReference.trim().toUpperCase()}`
  const [known] = await ctx.db
    .select({ id: attempts.id, reference: attempts.reference })
    .from(attempts)
    .where(and(eq(attempts.endpointId, endpointId), eq(attempts.chargeId, chargeId)))
  if (known && known.reference === received.reference) return getAttempt(ctx, wholeHouse, known.id)
  if (known) {
    paymentRefusals.refuse("payments.transfer_recorded", {}, { field: "reference" })
  }
  // Nobody else can see the row before the commit: it needs no lock.
  const attempt = await writeAttempt(ctx, received, { endpointId, gateway: BANK_TRANSFER })
  if (!attempt)
    return paymentRefusals.refuse("payments.other_amount_running", { reference: received.reference })
  const { id } = attempt
  await recordPlan(ctx, attempt, {
    act: "settle",
    checkoutId: null,
    chargeId,
    taxMinor: null,
    feeMinor: null,
    payerCountry: null,
  })
  await ctx.db
    .update(attempts)
    .set({ settledAt: settledAt(ctx, received) })
    .where(eq(attempts.id, id))
  return getAttempt(ctx, wholeHouse, id)
}

/** Noon of its day: the paper says the day on which it was paid, not the one on which somebody wrote it down. */
function settledAt(ctx: Context, { receivedOn, timeZone }: ReceivedTransfer): Temporal.Instant {
  const now = ctx.clock.now()
  const noon = receivedOn.toZonedDateTime({ timeZone, plainTime: "12:00" }).toInstant()
  return Temporal.Instant.compare(noon, now) < 0 ? noon : now
}
