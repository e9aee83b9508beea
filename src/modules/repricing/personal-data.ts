import { sql } from "drizzle-orm"
import { defineHolder, isOneOf } from "#kit/personal-data/define.ts"

export const repricingPersonalData = defineHolder({
  module: "repricing",
  tables: [
    {
      table: "repricing.price_change_items",
      title: { en: "Price changes and your answers to them", ko: "요금 변경 안내와 동의 내역" },
      rows: ({ accountIds }) => isOneOf("account_id", accountIds),
      isWorkedOn: true,
      // The answer is proof of a consent: it stays as long as the contract's other papers, without names.
      erasure: { kind: "blanked", set: { account_name: "", words: sql`'{"en":"","ko":""}'::jsonb` } },
    },
    {
      table: "repricing.correction_items",
      title: { en: "Wrong prices put right", ko: "요금 정정 내역" },
      rows: ({ accountIds }) => isOneOf("account_id", accountIds),
      isWorkedOn: true,
      erasure: { kind: "kept", rule: "documents", because: "ids and amounts only" },
    },
  ],
})
