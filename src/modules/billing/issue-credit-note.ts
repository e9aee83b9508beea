import type { Context } from "#kit/context.ts"
import { findRefund } from "#payments"
import { creditInvoice } from "./credit-invoice.ts"
import type { CreditNote } from "./credit-note-rows.ts"
import { mailCreditNote } from "./mail-credit-note.ts"
import { refundKeyOf } from "./money-back-key.ts"
import type { CreditWish } from "./plan-credit.ts"
import { getInvoice } from "./queries.ts"

const wholeHouse = { kind: "all" } as const

/** By staff, who say why. Its customer gets the paper, and reads whether money comes with it. */
export async function issueCreditNote(
  ctx: Context,
  wanted: { readonly invoiceId: string; readonly wish: CreditWish; readonly reason: string },
): Promise<CreditNote> {
  const key = `staff:${ctx.newId("crk")}`
  const note = await creditInvoice(ctx, { ...wanted, key, cause: "correction" })
  const { paymentAttemptId: attemptId } = await getInvoice(ctx, wholeHouse, wanted.invoiceId)
  const refund = attemptId && (await findRefund(ctx, wholeHouse, { attemptId, key: refundKeyOf(note.id) }))
  await mailCreditNote(ctx, {
    creditNoteId: note.id,
    money: refund ? "coming" : "none",
    key: `credit-note:${note.id}`,
  })
  return note
}
