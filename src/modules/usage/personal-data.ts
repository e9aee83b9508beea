import { sql } from "drizzle-orm"
import { defineHolder, isOneOf } from "#kit/personal-data/define.ts"

export const usagePersonalData = defineHolder({
  module: "usage",
  tables: [
    {
      table: "usage.sessions",
      title: { en: "Sessions", ko: "세션 기록" },
      rows: ({ accountIds }) =>
        sql`subscription_id in (select id from billing.subscriptions where ${isOneOf("account_id", accountIds)})`,
      leftOut: ["recorded_by"],
      erasure: {
        kind: "kept",
        rule: "documents",
        because: "invoices are computed from it: moments and ids, no name",
      },
    },
    {
      table: "usage.records",
      title: { en: "What you used", ko: "사용량 기록" },
      rows: ({ accountIds }) =>
        sql`subscription_id in (select id from billing.subscriptions where ${isOneOf("account_id", accountIds)})`,
      leftOut: ["recorded_by"],
      erasure: {
        kind: "kept",
        rule: "documents",
        because: "invoices are computed from it: quantities, days and ids, no name",
      },
    },
  ],
})
