import type { z } from "zod"
import type { Language, Say } from "#kit/refusal.ts"
import type { findingShape } from "./contract.ts"
import type { FindingRow } from "./list-findings.ts"
import type { FindingKind } from "./plan-match.ts"

/** As the contract shows it, in the reader's language. */
export function describeFinding(finding: FindingRow, language: Language): z.infer<typeof findingShape> {
  const { id, gateway, kind, subject, attemptId, ours, theirs } = finding
  return {
    id,
    gateway,
    kind,
    subject,
    attemptId,
    words: findingWords[kind][language],
    ours,
    theirs,
    firstSeenAt: finding.firstSeenAt.toString(),
    lastSeenAt: finding.lastSeenAt.toString(),
    resolvedAt: finding.resolvedAt?.toString() ?? null,
  }
}

const findingWords: Readonly<Record<FindingKind, Say>> = {
  charge_unknown: {
    en: "The payment service took a payment we did not request. Find out there whose it is, and refund it.",
    ko: "여기서 요청하지 않은 결제가 결제대행사에 있습니다. 누구의 결제인지 확인하고 환불하세요.",
  },
  charge_unrecorded: {
    en: "The payment service took money that our payment does not show. Check the payment again.",
    ko: "결제대행사에는 있으나 우리 결제 기록에 없는 금액입니다. 결제 결과를 다시 조회하세요.",
  },
  charge_missing: {
    en: "We recorded a payment that the payment service does not list. Don't deliver anything more for it until this is resolved.",
    ko: "우리 기록에는 있으나 결제대행사 목록에 없는 결제입니다. 확인될 때까지 추가로 제공하지 마세요.",
  },
  amount_differs: {
    en: "The payment service took a different amount than we recorded. Compare both, then correct ours or refund the difference there.",
    ko: "결제대행사의 금액이 우리 기록과 다릅니다. 두 기록을 비교하여 바로잡으세요.",
  },
  tax_differs: {
    en: "The payment service's own receipt names another tax than our invoice. If ours is wrong, correct the invoice's tax; if theirs is, set the tax there, so that the next receipts agree.",
    ko: "결제대행사가 발급한 전표의 부가세가 우리 거래명세서와 다릅니다. 우리 문서가 틀렸다면 거래명세서의 세금을 정정하고, 전표가 틀렸다면 결제대행사의 과세 설정을 바로잡으세요.",
  },
  refund_differs: {
    en: "The payment service refunded a different amount than we recorded. A refund issued there is booked here by itself as long as it fits the invoice; this one does not: the invoice has less left to refund, was written off, or belongs to no payment of ours. Correct the invoice or the refunds still on their way; each night's comparison tries again.",
    ko: "결제대행사의 환불 금액이 우리 기록과 다릅니다. 결제대행사에서 직접 처리한 환불은 거래명세서와 맞으면 자동으로 반영되지만, 이 환불은 거래명세서의 남은 금액보다 크거나, 대손 처리되었거나, 해당하는 거래명세서가 없습니다. 거래명세서나 진행 중인 환불을 바로잡으면 야간 대조에서 다시 반영합니다.",
  },
  ledger_differs: {
    en: "The books show a different amount for this payment than was taken and refunded. They need a correcting entry.",
    ko: "이 결제의 장부 금액이 실제 결제 및 환불 금액과 다릅니다. 장부를 정정하세요.",
  },
  ledger_unfounded: {
    en: "The books show cash from this payment service for a payment that is not recorded. They need a correcting entry.",
    ko: "기록에 없는 결제의 금액이 장부에 있습니다. 장부를 정정하세요.",
  },
  charge_disputed: {
    en: "The cardholder disputed this charge. Respond at the payment service with the order and the terms agreed to, before the bank's deadline; if the dispute is justified, accept it there. The bank holds the money, so nothing can be refunded here.",
    ko: "카드 명의자가 카드사에 결제 이의를 제기했습니다. 카드사 기한 내에 주문 내역과 약관 동의 자료로 결제대행사에서 소명하세요. 이의가 타당하면 결제대행사에서 수용하세요. 카드사가 금액을 보류하고 있어 여기서는 환불할 수 없습니다.",
  },
  dispute_lost: {
    en: "The card's bank decided in favour of the cardholder. The amount and the bank's fee are booked as a loss, the customer was told, and their service is handled as your billing and dunning settings say. This entry is shown for a week.",
    ko: "카드사가 카드 명의자의 이의를 받아들였습니다. 결제 금액과 카드사 수수료를 손실로 기록하고 고객에게 안내했으며, 서비스는 청구 및 미납 정책에 따라 처리했습니다. 이 항목은 일주일간 표시됩니다.",
  },
  notice_unprocessed: {
    en: "A notification of the payment service could not be processed. Open it and decide what it means.",
    ko: "결제대행사의 알림을 처리하지 못했습니다. 알림을 열어 내용을 확인하세요.",
  },
}
