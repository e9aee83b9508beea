import { defineHolder, isOneOf, type PersonalTable } from "#kit/personal-data/define.ts"

const own: PersonalTable["rows"] = ({ accountIds }) => isOneOf("account_id", accountIds)
const kept = {
  kind: "kept",
  rule: "payments",
  because: "how money came and went: amounts, days and ids, no name",
} as const

export const creditPersonalData = defineHolder({
  module: "credit",
  tables: [
    {
      table: "credit.entries",
      title: { en: "Your account credit", ko: "예치금 및 적립금 내역" },
      rows: own,
      leftOut: ["by_id"],
      erasure: kept,
    },
    {
      table: "credit.holds",
      title: { en: "Credit set aside for requests", ko: "청구서에 사용 예정인 예치금" },
      rows: own,
      isWorkedOn: true,
      erasure: kept,
    },
  ],
})
