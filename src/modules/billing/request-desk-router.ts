import { listAccountNames } from "#identity"
import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer, answerLive } from "#kit/serve/serve.ts"
import { listReferencesBeingPaid } from "#payments"
import { billingRefusals } from "./errors.ts"
import { listPaymentRequests } from "./list-payment-requests.ts"
import { getPaymentRequest } from "./queries.ts"
import { readRequestPaper } from "./read-request-paper.ts"
import { recordBankPayment } from "./record-bank-payment.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"
import type { requestDeskContract } from "./request-desk-contract.ts"
import { describeListed } from "./request-desk-views.ts"
import { withdrawRequest } from "./withdraw-request.ts"

export function answerRequestDesk(): Answers<typeof requestDeskContract> {
  return {
    list: answer(permit("billing.payment-requests.read"), async (ctx, input) => {
      const page = await listPaymentRequests(ctx, within(ctx.actor), input)
      const names = await listAccountNames(
        ctx,
        page.items.map(({ accountId }) => accountId),
      )
      const items = page.items.map((one) => ({
        ...describeListed(one),
        accountName: names.get(one.accountId) ?? "",
      }))
      return { ...page, items }
    }),
    /** Printing takes milliseconds of pure computing: no transaction is held meanwhile. */
    pdf: answerLive(permit("billing.payment-requests.read"), async (scope, { id, language }) => {
      const { paper, logo } = await scope.transact((ctx) => readRequestPaper(ctx, within(ctx.actor), id))
      return renderInvoicePdf(paper, language, logo)
    }),
    withdraw: answer(permit("billing.payment-requests.write"), async (ctx, wish) => {
      const reach = within(ctx.actor)
      const { id } = await getPaymentRequest(ctx, reach, wish.id, "update")
      if ((await listReferencesBeingPaid(ctx, reach, [id])).has(id)) {
        billingRefusals.refuse("billing.request_being_paid", { id })
      }
      await withdrawRequest(ctx, reach, wish)
      return describeListed(await getPaymentRequest(ctx, reach, id))
    }),
    recordTransfer: answer(permit("billing.payment-requests.record"), async (ctx, wish) =>
      describeListed(await recordBankPayment(ctx, wish)),
    ),
  }
}
