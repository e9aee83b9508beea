import type { Context, Reach } from "#kit/context.ts"
import { BANK_TRANSFER } from "./bank-transfer.ts"
import { paymentRefusals } from "./errors.ts"
import { findRefund, getAttempt } from "./queries.ts"
import { recordRefund } from "./record-refund.ts"

/** Staff sent it by their bank and say so: from then on it is the shop's money no more. */
export async function sendBankRefund(
  ctx: Context,
  reach: Reach,
  sent: { readonly id: string; readonly sentOn: string; readonly reference: string },
): Promise<{ readonly id: string }> {
  const wanted = await findRefund(ctx, reach, { id: sent.id })
  const attempt = wanted && (await getAttempt(ctx, reach, wanted.attemptId))
  if (attempt?.gateway !== BANK_TRANSFER) {
    return paymentRefusals.refuse("payments.transfer_back_missing", { refundId: sent.id })
  }
  await recordRefund(ctx, sent.id, `${sent.sentOn} ${sent.reference.trim()}`)
  return { id: sent.id }
}
