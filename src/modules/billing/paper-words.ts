import type { Language } from "#kit/refusal.ts"
import type { CreditCause } from "./invoice.ts"

export interface PaperWords {
  readonly locale: string
  readonly titleForBusiness: string
  readonly titleForConsumer: string
  readonly titleOfCredit: string
  readonly titleOfQuote: string
  readonly titleOfRequest: string
  readonly requestedOn: string
  readonly requestNote: string
  readonly leftNote: string
  readonly payAt: string
  readonly quoteNumber: string
  readonly quotedOn: string
  readonly validUntil: string
  readonly replaces: string
  readonly replacesInvoice: string
  readonly quoteNote: string
  readonly corrects: string
  readonly creditNote: string
  readonly partialCreditNote: string
  readonly causes: Readonly<Record<CreditCause, string>>
  readonly seller: string
  readonly buyer: string
  readonly representative: string
  readonly registrationNumber: string
  readonly taxId: string
  readonly number: string
  readonly issuedOn: string
  readonly paidOn: string
  readonly dueOn: string
  readonly dueNote: string
  readonly requestNumber: string
  readonly purchaseOrder: string
  readonly description: string
  readonly quantity: string
  readonly unit: string
  readonly unitWithTax: string
  /** The price holds another tax than the one that is charged. */
  readonly unitHolding: string
  readonly net: string
  readonly total: string
  readonly grandTotal: string
  readonly rate: string
  readonly taxOf: string
  readonly paidNote: string
  readonly creditUsedNote: string
  readonly supplyNote: string
  readonly evidenceNote: string | null
}

export const paperWords: Readonly<Record<Language, PaperWords>> = {
  en: {
    locale: "en-IE",
    titleForBusiness: "Invoice",
    titleForConsumer: "Invoice",
    titleOfCredit: "Credit note",
    titleOfQuote: "Quote",
    titleOfRequest: "Payment request",
    requestedOn: "Date",
    requestNote:
      "This is a request for payment. It is not an invoice and no tax document: the invoice is issued when it is paid.",
    leftNote: "Of this, {credit} is paid from account credit. {left} is left to pay.",
    payAt: "Pay here",
    quoteNumber: "Quote no.",
    quotedOn: "Date",
    validUntil: "Valid until",
    replaces: "Replaces",
    replacesInvoice: "Replaces invoice",
    quoteNote: "This quote holds until {date}. It asks for no payment before it is accepted.",
    corrects: "Corrects invoice",
    creditNote: "The whole of this invoice is taken back. Reason: {cause}.",
    partialCreditNote: "A part of this invoice is taken back; the rest of it stands. Reason: {cause}.",
    causes: {
      not_delivered: "it was not delivered",
      withdrawal: "withdrawal by the buyer within the statutory period",
      refund: "refund at the buyer's wish",
      plan_change: "change to another plan",
      correction: "correction",
    },
    seller: "Seller",
    buyer: "Billed to",
    representative: "Represented by",
    registrationNumber: "Registration no.",
    taxId: "VAT / tax no.",
    number: "Invoice no.",
    issuedOn: "Invoice date",
    paidOn: "Paid on",
    dueOn: "Due by",
    dueNote: "Please pay it by {date}.",
    requestNumber: "Payment request",
    purchaseOrder: "Purchase order",
    description: "Description",
    quantity: "Qty",
    unit: "Unit price",
    unitWithTax: "Unit price incl. tax",
    unitHolding: "List price incl. {label} {percent}%",
    net: "Net",
    total: "Total",
    grandTotal: "Total",
    rate: "Rate",
    taxOf: "{label} {percent}% of {base}",
    paidNote: "Paid in full on {date}. Nothing is left to pay.",
    creditUsedNote: "Of this, {amount} was paid from account credit.",
    supplyNote: "Where a line states no period, the date of supply is the invoice date.",
    evidenceNote: null,
  },
  ko: {
    locale: "ko-KR",
    titleForBusiness: "거래명세서",
    titleForConsumer: "영수증",
    titleOfCredit: "취소 거래명세서",
    titleOfQuote: "견적서",
    titleOfRequest: "청구서",
    requestedOn: "청구일",
    requestNote:
      "본 청구서는 결제를 요청하는 안내 문서이며, 거래명세서·영수증 등 거래를 증빙하는 서류가 아닙니다. 거래 문서는 결제가 완료되면 발행됩니다.",
    leftNote: "이 중 {credit}은 예치금으로 결제되며, 남은 결제 금액은 {left}입니다.",
    payAt: "결제 페이지",
    quoteNumber: "견적 번호",
    quotedOn: "견적일",
    validUntil: "유효 기한",
    replaces: "대체하는 견적서",
    replacesInvoice: "대체하는 문서",
    quoteNote: "본 견적은 {date}까지 유효하며, 수락 전에는 결제 의무가 없습니다.",
    corrects: "원본 문서",
    creditNote: "원본 문서의 금액 전액이 취소되었습니다. 사유: {cause}",
    partialCreditNote: "원본 문서의 금액 중 일부가 취소되었으며, 나머지 금액은 유효합니다. 사유: {cause}",
    causes: {
      not_delivered: "상품 미제공",
      withdrawal: "청약철회",
      refund: "고객 요청에 따른 환불",
      plan_change: "플랜 변경",
      correction: "정정",
    },
    seller: "공급자",
    buyer: "공급받는 자",
    representative: "대표자",
    registrationNumber: "법인등록번호",
    taxId: "사업자등록번호",
    number: "문서 번호",
    issuedOn: "발행일",
    paidOn: "결제일",
    dueOn: "결제 기한",
    dueNote: "{date}까지 결제해 주시기 바랍니다.",
    requestNumber: "청구서 번호",
    purchaseOrder: "발주 번호",
    description: "품목",
    quantity: "수량",
    unit: "단가",
    unitWithTax: "단가(부가세 포함)",
    unitHolding: "정가({label} {percent}% 포함)",
    net: "공급가액",
    total: "합계",
    grandTotal: "합계 금액",
    rate: "세율",
    taxOf: "{label} {percent}% (과세표준 {base})",
    paidNote: "{date}에 결제가 완료되어 더 납부하실 금액이 없습니다.",
    creditUsedNote: "이 중 {amount}은 예치금으로 결제되었습니다.",
    supplyNote: "이용 기간이 표시되지 않은 품목의 공급일은 발행일과 같습니다.",
    evidenceNote: "카드로 결제하신 금액은 신용카드 매출전표를 적격증빙으로 사용하실 수 있습니다.",
  },
}
