import { defineHolder, isOneOf } from "#kit/personal-data/define.ts"

export const taxPersonalData = defineHolder({
  module: "tax",
  tables: [
    {
      table: "tax.exemptions",
      title: { en: "Exemption certificates", ko: "면세 증명서" },
      rows: ({ accountIds }) => isOneOf("account_id", accountIds),
      isWorkedOn: true,
      erasure: { kind: "kept", rule: "documents", because: "the proof for a document without tax" },
    },
    {
      table: "tax.place_proofs",
      title: { en: "Evidence of your place, for the tax", ko: "과세 소재지 증빙" },
      rows: ({ accountIds }) => isOneOf("account_id", accountIds),
      isWorkedOn: true,
      erasure: { kind: "kept", rule: "documents", because: "the proof for the tax of a document" },
    },
    {
      table: "tax.vat_checks",
      title: { en: "Answers of VIES about VAT numbers", ko: "VAT 번호 조회 결과(VIES)" },
      rows: ({ accountIds }) => isOneOf("account_id", accountIds),
      isWorkedOn: true,
      erasure: { kind: "kept", rule: "documents", because: "the proof for a document without tax" },
    },
    {
      table: "tax.places",
      title: { en: "Place for tax", ko: "과세 지역" },
      rows: ({ accountIds }) => isOneOf("account_id", accountIds),
      isWorkedOn: true,
      erasure: { kind: "deleted" },
    },
  ],
})
