import type { Language } from "../../i18n/languages.ts"

/**
 * What kind of thing an id is of, by its beginning, and where it is looked at: [English, Korean, address]. Only loaders
 * ask for them, so that no browser has to load them all.
 */
const kinds: Readonly<Record<string, readonly [en: string, ko: string, address?: string]>> = {
  acc: ["Customer", "고객", "/admin/customers/"],
  blk: ["Bulk run", "일괄 작업", "/admin/bulk-runs/"],
  chg: ["Plan change", "플랜 변경"],
  cpn: ["Coupon", "쿠폰", "/admin/coupons/"],
  cre: ["Account credit", "예치금·적립금"],
  crn: ["Credit note", "취소 명세서"],
  drf: ["Request draft", "청구서 초안", "/admin/requests/drafts/"],
  dsp: ["Disputed payment", "결제 이의 제기"],
  fld: ["Own field", "사용자 정의 항목"],
  fpr: ["Sign-in service", "로그인 서비스"],
  hst: ["Host name", "도메인"],
  inv: ["Invoice", "거래명세서", "/admin/invoices/"],
  key: ["API key", "API 키"],
  mem: ["Member", "구성원"],
  msg: ["Mail", "메일", "/admin/mails/"],
  nte: ["Note", "메모"],
  ntc: ["Notice", "공지", "/admin/notices/"],
  op: ["Operation", "작업", "/admin/operations/"],
  ord: ["Order", "주문", "/admin/orders/"],
  pag: ["Page", "페이지", "/admin/content/"],
  pay: ["Payment", "결제"],
  pch: ["Price change", "요금 변경", "/admin/price-changes/"],
  pco: ["Price correction", "요금 정정", "/admin/price-corrections/"],
  per: ["Person", "사용자"],
  pln: ["Plan", "플랜", "/admin/plans/"],
  plv: ["Version of a plan", "플랜 버전"],
  pmt: ["Payment method", "결제수단"],
  pnl: ["Panel", "패널"],
  prd: ["Product", "상품", "/admin/catalog/"],
  prq: ["Payment request", "청구서", "/admin/requests/"],
  quo: ["Quote", "견적서", "/admin/quotes/"],
  rev: ["Deferred revenue", "선수수익"],
  rfd: ["Refund", "환불"],
  stf: ["Staff", "직원"],
  sub: ["Subscription", "구독", "/admin/subscriptions/"],
  svc: ["Service", "서비스", "/admin/services/"],
  tag: ["Tag", "태그"],
  wep: ["Gateway's notices", "결제사 알림"],
}

/** Its kind in words, and the address of its page: null where it has none of its own. */
export function saySubject(
  id: string,
  language: Language,
): { readonly kind: string | null; readonly to: string | null } {
  const [en, ko, address] = kinds[id.split("_")[0] ?? ""] ?? []
  return { kind: (language === "ko" ? ko : en) ?? null, to: address ? `${address}${id}` : null }
}
