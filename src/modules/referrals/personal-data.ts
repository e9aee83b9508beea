import { defineHolder, isOneOf } from "#kit/personal-data/define.ts"

export const referralsPersonalData = defineHolder({
  module: "referrals",
  tables: [
    {
      table: "referrals.links",
      title: { en: "Link to recommend the shop", ko: "추천 링크" },
      rows: ({ accountIds }) => isOneOf("account_id", accountIds),
      isWorkedOn: true,
      erasure: { kind: "deleted" },
    },
    {
      table: "referrals.referrals",
      title: { en: "By whose link you came", ko: "추천 가입 내역" },
      rows: ({ accountIds }) => isOneOf("account_id", accountIds),
      isWorkedOn: true,
      erasure: {
        kind: "kept",
        rule: "documents",
        because: "why credit was given: ids, days and amounts, no name",
      },
    },
  ],
})
