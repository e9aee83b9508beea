import { defineHolder, isOneOf } from "#kit/personal-data/define.ts"

export const catalogPersonalData = defineHolder({
  module: "catalog",
  tables: [
    {
      table: "catalog.redemptions",
      title: { en: "Coupons used", ko: "사용한 쿠폰" },
      rows: ({ accountIds }) => isOneOf("account_id", accountIds),
      erasure: { kind: "kept", rule: "contracts", because: "ids and amounts only" },
    },
  ],
})
