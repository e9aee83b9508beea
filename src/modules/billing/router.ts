import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, answerLive, serve } from "#kit/serve/serve.ts"
import { getSettings } from "#tenancy"
import { answerBillingDay } from "./billing-day-router.ts"
import { confirmRun } from "./confirm-run.ts"
import { billingContract } from "./contract.ts"
import { answerCreditNotes } from "./credit-note-router.ts"
import {
  describeExplanation,
  describeInvoice,
  describeInvoiceDetail,
  describeRequest,
} from "./document-views.ts"
import { billingRefusals } from "./errors.ts"
import { findHeldRun } from "./find-held-run.ts"
import { findKept } from "./find-kept.ts"
import { findPaperLogo } from "./find-paper-logo.ts"
import { findReplacement } from "./find-replacement.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { keepCredit } from "./keep-credit.ts"
import { listCreditNotes } from "./list-credit-notes.ts"
import { listFirstPeriods } from "./list-first-periods.ts"
import { listOverdue } from "./list-overdue.ts"
import { answerLoyalty } from "./loyalty-router.ts"
import { answerRefundPolicies } from "./money-back-router.ts"
import { answerPaperMails } from "./paper-mail-router.ts"
import { payRequest } from "./pay-request.ts"
import { previewRun } from "./preview-run.ts"
import { getInvoice, getPaymentRequest, listInvoices } from "./queries.ts"
import { readPayable } from "./read-payable.ts"
import { answerReissues } from "./reissue-router.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"
import { answerRequestDesk } from "./request-desk-router.ts"
import { saveCollectingPolicy } from "./save-collecting-policy.ts"
import { answerSubscriptions } from "./subscription-router.ts"
import { describePolicy } from "./subscription-views.ts"
import { sumOverdue } from "./sum-overdue.ts"
import { answerRefunds } from "./taking-back-router.ts"
import { answerTaxReport } from "./tax-report-router.ts"
import { useCredit } from "./use-credit.ts"
import { writeOffInvoice } from "./write-off-invoice.ts"

export const billingRouter = serve(billingContract, {
  paymentRequests: {
    ...answerRequestDesk(),
    get: answer(permit("billing.payment-requests.read"), async (ctx, { id }) =>
      describeRequest(await readPayable(ctx, await getPaymentRequest(ctx, within(ctx.actor), id))),
    ),
    useCredit: answer(permit("billing.payment-requests.pay"), async (ctx, { id }) =>
      describeRequest(await readPayable(ctx, await useCredit(ctx, id))),
    ),
    keepCredit: answer(permit("billing.payment-requests.pay"), async (ctx, { id }) =>
      describeRequest(await readPayable(ctx, await keepCredit(ctx, id))),
    ),
    pay: answer(permit("billing.payment-requests.pay"), (ctx, input) => payRequest(ctx, input)),
  },
  billingDay: answerBillingDay(),
  loyalty: answerLoyalty(),
  subscriptions: answerSubscriptions(),
  collectingPolicy: {
    get: answer(permit("billing.collecting-policy.read"), async (ctx) =>
      describePolicy(await getCollectingPolicy(ctx)),
    ),
    save: answer(permit("billing.collecting-policy.write"), async (ctx, wish) =>
      describePolicy(await saveCollectingPolicy(ctx, wish)),
    ),
  },
  dunning: {
    list: answer(permit("billing.subscriptions.read"), (ctx, input) =>
      listOverdue(ctx, within(ctx.actor), input),
    ),
    sums: answer(permit("billing.subscriptions.read"), async (ctx, input) => ({
      items: await sumOverdue(ctx, within(ctx.actor), input),
    })),
  },
  renewalRun: {
    held: answer(permit("billing.renewal-run.read"), async (ctx) => {
      const today = ctx.clock.today((await getSettings(ctx)).timeZone)
      const run = await findHeldRun(ctx, within(ctx.actor), today)
      return { heldOn: run?.state === "held" ? today.toString() : null }
    }),
    preview: answer(permit("billing.renewal-run.read"), (ctx, wish) =>
      previewRun(ctx, within(ctx.actor), wish),
    ),
    confirm: answer(permit("billing.renewal-run.write"), async (ctx, wish) => {
      await confirmRun(ctx, wish)
      return previewRun(ctx, within(ctx.actor), {})
    }),
  },
  refunds: answerRefunds(),
  refundPolicy: answerRefundPolicies(),
  creditNotes: answerCreditNotes(),
  taxReport: answerTaxReport(),
  reissues: answerReissues(),
  paperMails: answerPaperMails(),
  invoices: {
    list: answer(permit("billing.invoices.read"), async (ctx, input) => {
      const reach = within(ctx.actor)
      const { isOverdue, ...filter } = input
      const dueBefore = isOverdue ? ctx.clock.today((await getSettings(ctx)).timeZone) : undefined
      const page = await listInvoices(ctx, reach, { ...filter, dueBefore })
      const kept = await findKept(ctx, reach, page.items)
      return { ...page, items: page.items.map((one) => describeInvoice(one, kept.get(one.id))) }
    }),
    get: answer(permit("billing.invoices.read"), async (ctx, { id }) => {
      const reach = within(ctx.actor)
      const invoice = await getInvoice(ctx, reach, id)
      const notes = invoice.credited.minor > 0n ? await listCreditNotes(ctx, reach, id) : []
      const keptUntil = (await findKept(ctx, reach, [invoice])).get(id)
      const chain = await findReplacement(ctx, reach, invoice)
      const times = await listFirstPeriods(ctx, invoice, chain.replacedBy?.id ?? null)
      return describeInvoiceDetail(invoice, { notes, keptUntil, language: ctx.language, times, ...chain })
    }),
    writeOff: answer(permit("billing.bad-debts.write"), async (ctx, wish) =>
      describeInvoice(await writeOffInvoice(ctx, wish)),
    ),
    explain: answer(permit("billing.invoices.read"), async (ctx, { id, lineId, language }) => {
      const invoice = await getInvoice(ctx, within(ctx.actor), id)
      const explained = describeExplanation(invoice, lineId, language ?? ctx.language)
      return explained ?? billingRefusals.refuse("billing.invoice_line_missing", { lineId })
    }),
    /** Printing takes milliseconds of pure computing: no transaction is held meanwhile. */
    pdf: answerLive(permit("billing.invoices.read"), async (scope, { id, language }) => {
      const { invoice, logo } = await scope.transact(async (ctx) => {
        const reach = within(ctx.actor)
        const found = await getInvoice(ctx, reach, id)
        const until = (await findKept(ctx, reach, [found])).get(id)
        if (until) billingRefusals.refuse("billing.kept_by_law", { until: until.toString() })
        return { invoice: found, logo: await findPaperLogo(ctx, found) }
      })
      return renderInvoicePdf(invoice, language, logo)
    }),
  },
})
