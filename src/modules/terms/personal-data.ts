import { defineHolder, isOneOf } from "#kit/personal-data/define.ts"

export const termsPersonalData = defineHolder({
  module: "terms",
  tables: [
    {
      table: "terms.account_terms",
      title: { en: "By when you pay your invoices", ko: "후불 결제 조건" },
      rows: ({ accountIds }) => isOneOf("account_id", accountIds),
      isWorkedOn: true,
      leftOut: ["changed_by"],
      erasure: { kind: "deleted" },
    },
  ],
})
