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
    en: "The payment service took money that nobody here asked for. Look there whose it is, and send it back.",
    ko: "여기서 요청하지 않은 결제가 결제 서비스에 있습니다. 누구의 결제인지 확인하고 환불하세요.",
  },
  charge_unrecorded: {
    en: "The payment service took money that our payment does not know. Ask about the payment again.",
    ko: "결제 서비스에는 있으나 우리 결제 기록에 없는 금액입니다. 결제 결과를 다시 조회하세요.",
  },
  charge_missing: {
    en: "We recorded a payment that the payment service does not list. Nothing more may be delivered for it until this is cleared up.",
    ko: "우리 기록에는 있으나 결제 서비스 목록에 없는 결제입니다. 확인될 때까지 추가로 제공하지 마세요.",
  },
  amount_differs: {
    en: "The payment service took another amount than we recorded. Compare the two, then correct ours or send the difference back there.",
    ko: "결제 서비스의 금액이 우리 기록과 다릅니다. 두 기록을 비교하여 바로잡으세요.",
  },
  refund_differs: {
    en: "Another sum was sent back at the payment service than we recorded. Somebody may have refunded there by hand.",
    ko: "결제 서비스의 환불 금액이 우리 기록과 다릅니다. 결제 서비스에서 직접 환불했는지 확인하세요.",
  },
  ledger_differs: {
    en: "The ledger holds another sum for this payment than was taken and sent back. The books need a correcting entry.",
    ko: "이 결제의 장부 금액이 실제 결제 및 환불 금액과 다릅니다. 장부를 정정하세요.",
  },
  ledger_unfounded: {
    en: "The ledger holds cash of this payment service for a payment that is not recorded. The books need a correcting entry.",
    ko: "기록에 없는 결제의 금액이 장부에 있습니다. 장부를 정정하세요.",
  },
  charge_disputed: {
    en: "The card's holder told their bank that they don't know this charge. Answer at the payment service with the order and the texts agreed to, before the bank's date; if they are right, accept it there. The bank holds the money, so nothing can be refunded here.",
    ko: "카드 명의자가 카드사에 결제 이의를 제기했습니다. 카드사 기한 내에 주문 내역과 약관 동의 자료로 결제 서비스에서 소명하세요. 이의가 타당하면 결제 서비스에서 수용하세요. 카드사가 금액을 보류하고 있어 여기서는 환불할 수 없습니다.",
  },
  dispute_lost: {
    en: "The card's bank decided for its holder. The money and the bank's fee are booked as a loss, its customer was told, and their service is handled as your collecting rules say. This stands here for a week.",
    ko: "카드사가 카드 명의자의 이의를 받아들였습니다. 결제 금액과 카드사 수수료를 손실로 기록하고 고객에게 안내했으며, 서비스는 수납 규칙에 따라 처리했습니다. 이 항목은 일주일간 표시됩니다.",
  },
  notice_unprocessed: {
    en: "A notice of the payment service could not be worked through. Open it and decide what it means.",
    ko: "결제 서비스의 알림을 처리하지 못했습니다. 알림을 열어 내용을 확인하세요.",
  },
}
