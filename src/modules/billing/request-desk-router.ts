import { listAccountNames } from "#identity"
import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer, answerLive } from "#kit/serve/serve.ts"
import { listPaymentRequests } from "./list-payment-requests.ts"
import { getPaymentRequest } from "./queries.ts"
import { readRequestPaper } from "./read-request-paper.ts"
import { recordBankPayment } from "./record-bank-payment.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"
import type { requestDeskContract } from "./request-desk-contract.ts"
import { describeListed } from "./request-desk-views.ts"
import { withdrawOpenRequest } from "./withdraw-open-request.ts"

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
      await withdrawOpenRequest(ctx, wish)
      return describeListed(await getPaymentRequest(ctx, within(ctx.actor), wish.id))
    }),
    recordTransfer: answer(permit("billing.payment-requests.record"), async (ctx, wish) =>
      describeListed(await recordBankPayment(ctx, wish)),
    ),
  }
}
