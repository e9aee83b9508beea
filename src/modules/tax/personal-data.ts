import { defineHolder, isOneOf } from "#kit/personal-data/define.ts"

export const taxPersonalData = defineHolder({
  module: "tax",
  tables: [
    {
      table: "tax.places",
      title: { en: "Place for tax", ko: "과세 지역" },
      rows: ({ accountIds }) => isOneOf("account_id", accountIds),
      isWorkedOn: true,
      erasure: { kind: "deleted" },
    },
  ],
})
