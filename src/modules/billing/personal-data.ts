import { and, inArray, sql } from "drizzle-orm"
import { defineHolder, isOneOf, type PersonalTable } from "#kit/personal-data/define.ts"
import { paymentRequests } from "./tables.ts"

const own: PersonalTable["rows"] = ({ accountIds }) => isOneOf("account_id", accountIds)
const kept = {
  kind: "kept",
  rule: "documents",
  because: "an issued document never changes; nobody reads it in the normal pages any more",
} as const

export const billingPersonalData = defineHolder({
  module: "billing",
  tables: [
    {
      table: "billing.payment_request_lines",
      title: { en: "Lines of payment requests", ko: "청구서 항목" },
      rows: (subject) => sql`request_id in (select id from billing.payment_requests where ${own(subject)})`,
      erasure: kept,
    },
    {
      table: "billing.payment_requests",
      title: { en: "Payment requests", ko: "청구서" },
      rows: own,
      leftOut: ["left_minor"],
      isWorkedOn: true,
      erasure: kept,
    },
    {
      table: "billing.invoice_lines",
      title: { en: "Lines of invoices", ko: "거래명세서 항목" },
      rows: (subject) => sql`invoice_id in (select id from billing.invoices where ${own(subject)})`,
      erasure: kept,
    },
    {
      table: "billing.invoices",
      title: { en: "Invoices", ko: "거래명세서" },
      rows: own,
      leftOut: ["content_hash"],
      erasure: kept,
    },
    {
      table: "billing.collecting_notes",
      title: { en: "What you were told about payments", ko: "결제 안내 내역" },
      rows: own,
      isWorkedOn: true,
      erasure: { kind: "deleted" },
    },
    {
      table: "billing.subscription_periods",
      title: { en: "Paid periods", ko: "이용 기간 내역" },
      rows: (subject) => sql`subscription_id in (select id from billing.subscriptions where ${own(subject)})`,
      erasure: kept,
    },
    {
      table: "billing.quantity_changes",
      title: { en: "Quantities added", ko: "수량 추가 내역" },
      rows: (subject) => sql`subscription_id in (select id from billing.subscriptions where ${own(subject)})`,
      erasure: kept,
    },
    {
      table: "billing.metered",
      title: { en: "What is charged by use", ko: "사용량 요금 이용 내역" },
      rows: (subject) => sql`subscription_id in (select id from billing.subscriptions where ${own(subject)})`,
      erasure: kept,
    },
    {
      table: "billing.use_windows",
      title: { en: "Use by month", ko: "월별 사용량" },
      rows: (subject) => sql`subscription_id in (select id from billing.subscriptions where ${own(subject)})`,
      erasure: kept,
    },
    {
      table: "billing.billing_days",
      title: { en: "Billing day", ko: "결제일" },
      rows: own,
      erasure: { kind: "deleted" },
    },
    {
      table: "billing.subscriptions",
      title: { en: "Subscriptions", ko: "이용 중인 상품" },
      rows: own,
      leftOut: ["turn_minor", "counted_as"],
      isWorkedOn: true,
      erasure: {
        kind: "blanked",
        set: { account_name: "", memo: null, purchase_order: null, words: sql`'{"en":"","ko":""}'::jsonb` },
      },
    },
    {
      table: "billing.credit_note_lines",
      title: { en: "Lines of credit notes", ko: "취소 거래명세서 항목" },
      rows: (subject) => sql`credit_note_id in (select id from billing.credit_notes where ${own(subject)})`,
      erasure: kept,
    },
    {
      table: "billing.credit_notes",
      title: { en: "Credit notes", ko: "취소 거래명세서" },
      rows: own,
      leftOut: ["content_hash", "key"],
      erasure: kept,
    },
  ],
  listObstacles: async (ctx, { accountIds }) => {
    const open = await ctx.db
      .select({ id: paymentRequests.id, name: paymentRequests.number })
      .from(paymentRequests)
      .where(
        and(
          inArray(paymentRequests.accountId, [...accountIds]),
          inArray(paymentRequests.state, ["open", "billed"]),
        ),
      )
      .limit(20)
    return open.map((one) => ({ kind: "payment-request", ...one }))
  },
})
