import { sql } from "drizzle-orm"
import { defineHolder, isOneOf, type PersonalTable } from "#kit/personal-data/define.ts"

const kept = {
  kind: "kept",
  rule: "payments",
  because: "the books of the company: amounts and ids, no name",
} as const
const own: PersonalTable["rows"] = ({ accountIds }) => isOneOf("customer_id", accountIds)

export const ledgerPersonalData = defineHolder({
  module: "ledger",
  tables: [
    {
      table: "ledger.accounts",
      title: { en: "Your accounts in the books", ko: "장부 계정" },
      rows: own,
      erasure: kept,
    },
    {
      table: "ledger.balances",
      title: { en: "Their balances", ko: "장부 잔액" },
      rows: (subject) => sql`ledger_account_id in (select id from ledger.accounts where ${own(subject)})`,
      erasure: kept,
    },
    {
      table: "ledger.postings",
      title: { en: "Postings in the books", ko: "장부 기록" },
      rows: (subject) => sql`ledger_account_id in (select id from ledger.accounts where ${own(subject)})`,
      erasure: kept,
    },
  ],
})
