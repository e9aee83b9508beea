import type { Language } from "#kit/refusal.ts"
import type { StatementKind } from "./plan-statement.ts"

export interface StatementWords {
  readonly title: string
  readonly seller: string
  readonly buyer: string
  readonly period: string
  readonly currency: string
  readonly opening: string
  readonly closing: string
  readonly columns: readonly string[]
  readonly kinds: Readonly<Record<StatementKind, string>>
  readonly note: string
}

export const statementWords: Readonly<Record<Language, StatementWords>> = {
  en: {
    title: "Statement of account",
    seller: "From",
    buyer: "For",
    period: "Period",
    currency: "Currency",
    opening: "Opening balance",
    closing: "Closing balance",
    columns: ["Entry", "Date", "Number", "Charged", "Credited", "Balance"],
    kinds: {
      invoice: "Invoice",
      payment: "Payment received",
      credit_note: "Credit note",
      refund: "Money sent back",
      written_off: "Written off",
      account_credit: "Account credit",
      moved: "Moved from another account",
    },
    note: "A balance above zero is owed to the seller; one below zero is the customer's and kept for them.",
  },
  ko: {
    title: "거래명세서(기간별)",
    seller: "공급자",
    buyer: "공급받는 자",
    period: "거래 기간",
    currency: "통화",
    opening: "이월 잔액",
    closing: "기말 잔액",
    columns: ["구분", "일자", "문서 번호", "청구", "입금·차감", "잔액"],
    kinds: {
      invoice: "거래명세서",
      payment: "결제",
      credit_note: "취소 거래명세서",
      refund: "환불",
      written_off: "대손 처리",
      account_credit: "예치금·적립금",
      moved: "계정 병합",
    },
    note: "잔액이 0보다 크면 납부하실 금액이며, 0보다 작으면 고객님의 예치 금액입니다.",
  },
}
