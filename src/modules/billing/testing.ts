import { randomUUID } from "node:crypto"
import { saveProduct } from "#catalog"
import { plans } from "#catalog/tables"
import type { Context } from "#kit/context.ts"
import { type Currency, type Money, money } from "#kit/money.ts"
import { startAttempt } from "#payments"
import type { PaymentsTest } from "#payments/testing"
import type { DocumentLineInput } from "./document.ts"
import { requestPayment } from "./request-payment.ts"

export { collectDue } from "./collect-due.ts"
export { findUnexplained } from "./find-unexplained.ts"
export { blankAgreement, playHistory, type Seen } from "./history.ts"
export { checkHistory } from "./history-model.ts"
export { histories, paidMonths, plainFacts, zones } from "./history-samples.ts"
export type { InvoiceContent } from "./invoice.ts"
export { type LatePolicy, paidOn } from "./late-payment.ts"
export { readRefundPolicy, type StoredRefundPolicy } from "./money-back.ts"
export { planAdvance } from "./plan-advance.ts"
export { type CreditableLine, planCredit, spreadOverLines, spreadOverPayments } from "./plan-credit.ts"
export { planCreditedPostings } from "./plan-credited-postings.ts"
export { planExplanations } from "./plan-explanations.ts"
export { planIssuedPostings } from "./plan-issued-postings.ts"
export { planNumber, planSeriesYear, type SeriesFacts } from "./plan-number.ts"
export { planPaper } from "./plan-paper.ts"
export { planRefund } from "./plan-refund.ts"
export { type Purchase, planTakingBack } from "./plan-taking-back.ts"
export { renderInvoicePdf } from "./render-invoice-pdf.ts"
export { renewDue } from "./renew-due.ts"
export { planRenewalLines, planStretch } from "./renewal-lines.ts"
export { openRenewalsAhead, type RenewalsAhead } from "./renewals-ahead.ts"
export { dayOf, halfUp, sayDay, step } from "./slow-calendar.ts"

export function testLine(unit: Money, quantity = 1n): DocumentLineInput {
  return {
    words: "VPS S · web.example.com (1 month)",
    planId: "pln_test",
    priceId: "prc_test",
    quantity,
    unit,
    cycle: "monthly",
    rule: "catalogue price × quantity",
  }
}

/** A request to pay for the shop's one customer. */
export function testRequest(shop: PaymentsTest, unitMinor = 11_000n, currency: Currency = "KRW") {
  return shop.inShop((ctx) =>
    requestPayment(ctx, {
      accountId: shop.accountId,
      orderId: null,
      currency,
      lines: [testLine(money(unitMinor, currency))],
    }),
  )
}

/** A payment that the gateway really took: opened, paid at the hosted page, read back. Not yet told to billing. */
export async function testPayment(
  shop: PaymentsTest,
  request: { readonly id: string; readonly total: Money },
): Promise<{ reference: string; attemptId: string; amount: Money }> {
  const { id } = await shop.inShop((ctx) =>
    startAttempt(ctx, {
      reference: request.id,
      accountId: shop.accountId,
      amount: request.total,
      gateway: "sandbox-card",
      description: `Test ${randomUUID()}`,
      language: "en",
    }),
  )
  await shop.play()
  const url = `${shop.card.baseUrl}/v1/checkouts?reference=${id}`
  const found = await fetch(url, { headers: { authorization: "Bearer sk_test_of_the_stand_in" } })
  const { items } = (await found.json()) as { items: { url: string }[] }
  await shop.payAt(items[0]?.url ?? "", { card: "4242424242424242" })
  await shop.sendNotices()
  await shop.play()
  return { reference: request.id, attemptId: id, amount: request.total }
}

/** A plan at 11,000 won a month, and its id. */
export async function sellPlan(ctx: Context): Promise<string> {
  const words = { en: "Test", ko: "시험" }
  await saveProduct(ctx, {
    slug: "test",
    name: words,
    description: words,
    position: 1,
    needsApproval: false,
    locations: [],
    images: [],
    plans: [
      {
        slug: "test-s",
        name: words,
        resources: { cpuCores: 1, memoryMb: 1, storageGb: 1, trafficGb: 1, ipv4: 1 },
        packageId: 1,
        prices: [{ cycle: "monthly", currency: "KRW", amountMinor: 11_000n, setupMinor: 0n }],
      },
    ],
  })
  const [plan] = await ctx.db.select({ id: plans.id }).from(plans).limit(1)
  return plan?.id ?? ""
}
