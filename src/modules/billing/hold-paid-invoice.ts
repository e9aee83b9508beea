import { and, eq, ne } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type Money } from "#kit/money.ts"
import { lockInvoice } from "./lock-invoice.ts"
import { getInvoice, getPaymentRequest } from "./queries.ts"
import { creditNotes } from "./tables.ts"

export interface HeldInvoice {
  readonly paidAt: Temporal.Instant
  readonly total: Money
  readonly attemptId: string | null
  /** Something of it was taken back, other than to put a wrong price right. */
  readonly isRefunded: boolean
}

const wholeHouse: Reach = { kind: "all" }

/** A paid invoice as it stands, held until the transaction ends: whoever wants to credit it waits. The request first, as they do. */
export async function holdPaidInvoice(ctx: Context, invoiceId: string): Promise<HeldInvoice> {
  const { requestId } = await getInvoice(ctx, wholeHouse, invoiceId)
  if (requestId) await getPaymentRequest(ctx, wholeHouse, requestId, "update")
  await lockInvoice(ctx, wholeHouse, invoiceId)
  const { paidAt, total, paymentAttemptId } = await getInvoice(ctx, wholeHouse, invoiceId)
  if (!paidAt) throw new Error(`${invoiceId} is not paid.`)
  const [note] = await ctx.db
    .select({ id: creditNotes.id })
    .from(creditNotes)
    .where(and(eq(creditNotes.invoiceId, invoiceId), ne(creditNotes.cause, "correction")))
    .limit(1)
  return { paidAt, total, attemptId: paymentAttemptId, isRefunded: note !== undefined }
}
