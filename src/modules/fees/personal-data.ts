import { defineHolder, isOneOf } from "#kit/personal-data/define.ts"

export const feesPersonalData = defineHolder({
  module: "fees",
  tables: [
    {
      table: "fees.late_fees",
      title: { en: "Late fees", ko: "연체료" },
      rows: ({ accountIds }) => isOneOf("account_id", accountIds),
      isWorkedOn: true,
      erasure: {
        kind: "kept",
        rule: "documents",
        because: "goes with an issued document: days and ids, no name",
      },
    },
  ],
})
