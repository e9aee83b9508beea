import { and, inArray, sql } from "drizzle-orm"
import { defineHolder, isOneOf, type PersonalTable } from "#kit/personal-data/define.ts"
import { eraseMethods } from "./erase-methods.ts"
import { attempts, refunds } from "./tables.ts"

const own: PersonalTable["rows"] = ({ accountIds }) => isOneOf("account_id", accountIds)
const ofAttempts: PersonalTable["rows"] = (subject) =>
  sql`attempt_id in (select id from payments.attempts where ${own(subject)})`
const kept = {
  kind: "kept",
  rule: "payments",
  because: "records of payments: amounts, times and the gateway's ids, no name",
} as const

export const paymentsPersonalData = defineHolder({
  module: "payments",
  tables: [
    {
      table: "payments.webhook_inbox",
      title: { en: "What gateways told us", ko: "결제대행사 알림" },
      rows: ofAttempts,
      leftOut: ["raw_body"],
      isWorkedOn: true,
      // Whole as the gateway sent it, with whatever it knows of the payer.
      erasure: { kind: "blanked", set: { raw_body: sql`''::bytea`, why: null } },
    },
    {
      table: "payments.refunds",
      title: { en: "Refunds", ko: "환불" },
      rows: ofAttempts,
      leftOut: ["key"],
      isWorkedOn: true,
      erasure: kept,
    },
    {
      table: "payments.disputes",
      title: { en: "Disputed payments", ko: "결제 이의 내역" },
      rows: ofAttempts,
      erasure: kept,
    },
    {
      table: "payments.match_findings",
      title: { en: "Checks of payments", ko: "결제 대조 내역" },
      rows: ofAttempts,
      withheld: "our own bookkeeping about the gateway's list",
      erasure: kept,
    },
    {
      table: "payments.method_setups",
      title: { en: "Payment methods being added", ko: "결제수단 등록 내역" },
      rows: own,
      leftOut: ["redirect_url", "setup_id"],
      isWorkedOn: true,
      erasure: { kind: "deleted" },
    },
    {
      table: "payments.payment_methods",
      title: { en: "Saved payment methods", ko: "등록된 결제수단" },
      rows: own,
      leftOut: ["token_sealed", "gateway_customer_id", "fingerprint"],
      isWorkedOn: true,
      erasure: { kind: "redacted", by: eraseMethods },
    },
    {
      table: "payments.attempts",
      title: { en: "Payments", ko: "결제 시도" },
      rows: own,
      leftOut: ["redirect_url", "checkout_id"],
      isWorkedOn: true,
      erasure: kept,
    },
  ],
  listObstacles: async (ctx, { accountIds }) => {
    const open = await ctx.db
      .select({ id: attempts.id, name: attempts.description })
      .from(attempts)
      .where(
        and(
          inArray(attempts.accountId, [...accountIds]),
          sql`(${attempts.state} in ('created', 'waiting_for_payer', 'unknown') or exists (
            select from ${refunds} where ${refunds.attemptId} = ${attempts.id} and ${refunds.state} = 'wanted'))`,
        ),
      )
      .limit(20)
    return open.map((one) => ({ kind: "payment", ...one }))
  },
})
