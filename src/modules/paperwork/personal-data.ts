import { defineHolder, isOneOf, type PersonalTable } from "#kit/personal-data/define.ts"

const own: PersonalTable["rows"] = ({ accountIds }) => isOneOf("account_id", accountIds)

export const paperworkPersonalData = defineHolder({
  module: "paperwork",
  tables: [
    {
      table: "paperwork.drafts",
      title: { en: "Requests that were written by hand", ko: "직접 작성한 청구서" },
      rows: own,
      isWorkedOn: true,
      leftOut: ["written_by"],
      // What it became is kept as a document; the draft itself is of no more use.
      erasure: { kind: "deleted" },
    },
    {
      table: "paperwork.quotes",
      title: { en: "Quotes", ko: "견적서" },
      rows: own,
      isWorkedOn: true,
      leftOut: ["written_by", "answered_by"],
      // What was accepted is kept as an order, a request and an invoice.
      erasure: { kind: "deleted" },
    },
  ],
})
