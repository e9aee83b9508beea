import { eq } from "drizzle-orm"
import { releaseCredit } from "#credit"
import type { Context } from "#kit/context.ts"
import type { TransferPosting } from "#ledger"
import type { InvoiceDetail } from "./queries.ts"
import { paymentRequests } from "./tables.ts"

/**
 * Of an invoice that nobody has paid nothing is owed any more. Credit that was set aside for it is free again, for the sum
 * changes. Called with the request's row held; answers the posting for the credit note's own transfer.
 */
export async function cancelOwed(
  ctx: Context,
  { requestId, accountId, total }: Pick<InvoiceDetail, "requestId" | "accountId" | "total">,
): Promise<readonly TransferPosting[]> {
  if (requestId) {
    await releaseCredit(ctx, requestId)
    await ctx.db.update(paymentRequests).set({ fromCreditMinor: 0n }).where(eq(paymentRequests.id, requestId))
  }
  return [{ account: `receivable:${accountId}`, minor: -total.minor }]
}
