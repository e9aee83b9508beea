import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { releaseCredit } from "#credit"
import type { Context, Reach } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import type { TransferPosting } from "#ledger"
import { listReferencesBeingPaid } from "#payments"
import { billingRefusals } from "./errors.ts"
import { getPaymentRequest, type InvoiceDetail } from "./queries.ts"
import { paymentRequests } from "./tables.ts"

const wholeHouse: Reach = { kind: "all" }

/**
 * A credit note about an invoice that isn't paid lowers what is owed; no money moves. Credit that was set aside for it is
 * free again, for the sum has changed. Answers the posting for the credit note's own transfer.
 */
export async function reduceOwed(
  ctx: Context,
  invoice: Pick<InvoiceDetail, "id" | "accountId" | "requestId">,
  amount: Money,
): Promise<readonly TransferPosting[]> {
  if (!invoice.requestId) throw new Error(`${invoice.id} is owed without a request.`)
  const request = await getPaymentRequest(ctx, wholeHouse, invoice.requestId, "update")
  if ((await listReferencesBeingPaid(ctx, wholeHouse, [request.id])).has(request.id)) {
    billingRefusals.refuse("billing.request_being_paid", { id: request.id })
  }
  await releaseCredit(ctx, request.id)
  const creditedMinor = (request.credited?.minor ?? 0n) + amount.minor
  const isAll = creditedMinor === request.total.minor
  await ctx.db
    .update(paymentRequests)
    .set({ creditedMinor, fromCreditMinor: 0n, ...(isAll ? { state: "withdrawn" } : {}) })
    .where(eq(paymentRequests.id, request.id))
  if (isAll) {
    await recordAudit(ctx, {
      act: "billing.request-withdrawn",
      subjectId: request.id,
      accountId: invoice.accountId,
      reason: "Credit notes took all of its invoice back before it was paid.",
      before: { state: request.state },
      after: { state: "withdrawn" },
    })
  }
  return [{ account: `receivable:${invoice.accountId}`, minor: -amount.minor }]
}
