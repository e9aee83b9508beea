import { declareRefusals } from "#kit/refusal.ts"

export const billingRefusals = declareRefusals("billing", {
  request_missing: {
    status: 404,
    say: { en: "There is no such request to pay.", ko: "청구서를 찾을 수 없습니다." },
  },
  request_not_open: {
    status: 409,
    say: {
      en: "There is nothing to pay here any more: it was paid or withdrawn.",
      ko: "이미 결제되었거나 취소된 청구서입니다.",
    },
  },
  invoice_not_owed: {
    status: 409,
    say: {
      en: "Nothing is owed by this invoice, so there is nothing to write off.",
      ko: "미납 금액이 없는 거래명세서는 대손 처리할 수 없습니다.",
    },
  },
  invoice_written_off: {
    status: 409,
    say: {
      en: "This invoice was written off as a bad debt: nothing of it is taken back by a credit note.",
      ko: "대손 처리된 거래명세서는 취소 거래명세서를 발행할 수 없습니다.",
    },
  },
  transfer_differs: {
    status: 409,
    say: {
      en: "{left} is left to pay, and only that can be recorded here. Keep what came above it as the customer's credit; of a part, ask for the rest first.",
      ko: "남은 금액은 {left}이며, 같은 금액만 기록할 수 있습니다. 초과 입금액은 예치금으로 적립하고, 부족하면 나머지를 먼저 받아 주세요.",
    },
  },
  tax_days_wrong: {
    status: 422,
    say: {
      en: "Choose a last day that is not before the first one, and less than a year after it.",
      ko: "종료일은 시작일 이후여야 하며, 조회 기간은 최대 1년입니다.",
    },
  },
  transfer_day_wrong: {
    status: 422,
    say: {
      en: "Enter the day on which the bank had it: no later than today, and within the last 400 days.",
      ko: "입금된 날짜를 입력해 주세요. 오늘까지, 최근 400일 이내의 날짜여야 합니다.",
    },
  },
  request_empty: {
    status: 409,
    say: { en: "There is nothing to pay.", ko: "결제하실 금액이 없습니다." },
  },
  subscription_missing: {
    status: 404,
    say: { en: "There is no such subscription.", ko: "이용 중인 상품을 찾을 수 없습니다." },
  },
  subscription_not_running: {
    status: 409,
    say: {
      en: "This subscription can't be extended: it has ended or not begun.",
      ko: "이미 종료되었거나 아직 시작되지 않은 상품은 기간을 연장할 수 없습니다.",
    },
  },
  subscription_not_pausable: {
    status: 409,
    say: {
      en: "Only what is paid and in use can be paused.",
      ko: "이용 중인 상품만 일시정지할 수 있습니다.",
    },
  },
  pause_not_offered: {
    status: 409,
    say: { en: "Pauses are not offered here.", ko: "일시정지를 제공하지 않는 상점입니다." },
  },
  pause_out_of_range: {
    status: 422,
    say: {
      en: "Choose a day from {first} to {last}.",
      ko: "{first}부터 {last}까지의 날짜를 선택해 주세요.",
    },
  },
  pause_paid_beyond: {
    status: 409,
    say: {
      en: "The time after the pause is paid already. It goes on by itself on {until}.",
      ko: "일시정지 이후의 이용 기간이 이미 결제되었습니다. {until}에 자동으로 다시 시작됩니다.",
    },
  },
  pause_missing: {
    status: 409,
    say: { en: "No pause is planned.", ko: "예정된 일시정지가 없습니다." },
  },
  extension_too_far: {
    status: 422,
    say: {
      en: "It can be paid for {years} years ahead at most. Choose fewer periods.",
      ko: "최대 {years}년까지 미리 결제하실 수 있습니다. 더 짧은 기간을 선택해 주세요.",
    },
  },
  subscription_to_be_cancelled: {
    status: 409,
    say: {
      en: "It is to end on its last day. Take the cancellation back first.",
      ko: "해지가 예약된 상품입니다. 해지를 철회하신 뒤 이용해 주세요.",
    },
  },
  stopped_by_dispute: {
    status: 409,
    say: {
      en: "Your bank took its payment back, so it ends with what was paid. Please write to us if that was not meant.",
      ko: "카드사에서 결제 금액을 회수하여 만료일에 종료됩니다. 착오라면 문의해 주세요.",
    },
  },
  run_not_held: {
    status: 409,
    say: {
      en: "Today's run isn't waiting any more: it has gone on, or what was out of line was put right.",
      ko: "오늘의 청구 실행은 더 이상 확인을 기다리고 있지 않습니다. 이미 진행되었거나 문제가 해결되었습니다.",
    },
  },
  run_changed: {
    status: 409,
    say: {
      en: "The sums have changed since you looked. Please look at them again.",
      ko: "확인하신 뒤 금액이 변경되었습니다. 다시 확인해 주세요.",
    },
  },
  subscription_not_overdue: {
    status: 409,
    say: { en: "It is not overdue, so there is nothing to wait for.", ko: "미납 상태의 상품이 아닙니다." },
  },
  subscription_free: {
    status: 409,
    say: {
      en: "It is free until {until} and goes on by itself, so there is nothing to pay.",
      ko: "{until}까지 무료로 제공되며 자동으로 연장되므로 결제하실 금액이 없습니다.",
    },
  },
  free_when: {
    status: 422,
    say: {
      en: "Choose a day from today and no further than {years} years away.",
      ko: "오늘부터 {years}년 이내의 날짜를 선택해 주세요.",
    },
  },
  grace_too_long: {
    status: 422,
    say: {
      en: "Choose a day from today and no further than {days} days away.",
      ko: "오늘부터 {days}일 이내의 날짜를 선택해 주세요.",
    },
  },
  no_method_to_charge: {
    status: 409,
    say: {
      en: "There is no saved payment method that could be charged. Add one first.",
      ko: "자동결제에 사용할 수 있는 결제수단이 없습니다. 먼저 결제수단을 등록해 주세요.",
    },
  },
  subscription_moved: {
    status: 409,
    say: {
      en: "Something about it has just changed. Look at it again, please.",
      ko: "방금 내용이 변경되었습니다. 새로 고침한 뒤 다시 확인해 주세요.",
    },
  },
  trial_consent_too_early: {
    status: 409,
    say: {
      en: "You can agree to that from {from} on, thirty days before the trial ends: what is agreed to earlier does not count. Until then nothing is charged.",
      ko: "체험 종료 30일 전인 {from}부터 자동결제에 동의하실 수 있습니다. 그 전에는 요금이 결제되지 않습니다.",
    },
  },
  request_being_paid: {
    status: 409,
    say: {
      en: "A payment for it is under way. Wait until it is through.",
      ko: "결제가 진행 중입니다. 결제가 끝난 뒤 다시 시도해 주세요.",
    },
  },
  kept_by_law: {
    status: 423,
    say: {
      en: "Its buyer was forgotten. It is kept for the law until {until} and handed out to nobody.",
      ko: "탈퇴한 고객의 문서입니다. 법령에 따라 {until}까지 분리 보존하며 발급하지 않습니다.",
    },
  },
  purchase_missing: {
    status: 409,
    say: {
      en: "There is no such purchase that could be taken back.",
      ko: "환불할 수 있는 결제 내역을 찾을 수 없습니다.",
    },
  },
  refund_window_over: {
    status: 409,
    say: {
      en: "The refund period for this purchase has ended.",
      ko: "환불 신청 기간이 지났습니다.",
    },
  },
  refund_changed: {
    status: 409,
    say: {
      en: "The amount has changed since it was shown. Please look at the new one first.",
      ko: "안내해 드린 뒤 환불 예상 금액이 바뀌었습니다. 새 금액을 확인해 주십시오.",
    },
  },
  credit_note_missing: {
    status: 404,
    say: { en: "There is no such credit note.", ko: "취소 거래명세서를 찾을 수 없습니다." },
  },
  nothing_to_credit: {
    status: 409,
    say: {
      en: "That much is not left on this invoice: earlier credit notes have taken it back.",
      ko: "이 거래명세서에서 취소할 수 있는 금액을 넘었습니다. 이전에 취소된 금액을 확인해 주십시오.",
    },
  },
  invoice_line_missing: {
    status: 404,
    say: { en: "This invoice has no such line.", ko: "거래명세서에 해당 품목이 없습니다." },
  },
  invoice_missing: {
    status: 404,
    say: { en: "There is no such invoice.", ko: "거래명세서를 찾을 수 없습니다." },
  },
  reissue_written_off: {
    status: 409,
    say: {
      en: "This invoice was given up as a bad debt: its customer can't pay it any more, so there is nothing to put right. It stays as it was issued.",
      ko: "대손 처리된 거래명세서입니다. 고객이 더 이상 결제할 수 없으므로 정정할 내용이 없으며, 발행된 그대로 유지됩니다.",
    },
  },
  reissue_done: {
    status: 409,
    say: {
      en: "This was put right already: invoice {number} stands in its place.",
      ko: "이미 정정된 거래명세서입니다. {number} 문서가 이를 대체합니다.",
    },
  },
  reissue_credited: {
    status: 409,
    say: {
      en: "A credit note has taken back all or a part of this invoice, so it can't be put right as a whole any more. Credit the tax that is wrong line by line.",
      ko: "이미 전부 또는 일부가 취소된 거래명세서는 전체를 다시 발행할 수 없습니다. 잘못된 세금만큼 품목별로 취소해 주세요.",
    },
  },
  reissue_refunded: {
    status: 409,
    say: {
      en: "Some of the payment of this invoice has been sent back, so it doesn't pay for another invoice.",
      ko: "결제 금액의 일부가 이미 환불되어 새 거래명세서의 결제로 쓸 수 없습니다.",
    },
  },
  reissue_disputed: {
    status: 409,
    say: {
      en: "The payment of this invoice is disputed at the card's bank, or was lost to it. Wait for the bank's decision; what was lost stays as it was issued.",
      ko: "카드사에 이의가 제기되었거나 회수된 결제입니다. 카드사의 결정을 기다려 주세요. 회수된 건은 발행된 그대로 유지됩니다.",
    },
  },
  reissue_same: {
    status: 409,
    say: {
      en: "Nothing would change: with what is known of the customer today, the tax of this invoice is right. Correct the billing profile, the VAT number or the certificate first.",
      ko: "변경되는 내용이 없습니다. 현재 고객 정보로 계산해도 세금이 같습니다. 청구 정보, VAT 번호 또는 면세 증명서를 먼저 바로잡아 주세요.",
    },
  },
  reissue_larger: {
    status: 409,
    say: {
      en: "With the right tax it comes to {total}, {more} more than was invoiced, and nobody pays more than they agreed to. Ask the customer: if they agree, credit the whole invoice and send a request with the right tax; if not, leave it as it is and bear the tax.",
      ko: "올바른 세금으로 계산하면 {total}이며 발행된 금액보다 {more} 많습니다. 고객이 동의하지 않은 금액은 청구할 수 없습니다. 고객이 동의하면 전액 취소한 뒤 올바른 세금으로 다시 청구하고, 동의하지 않으면 그대로 두고 세금을 부담해 주세요.",
    },
  },
  reissue_changed: {
    status: 409,
    say: {
      en: "What it would come to has changed since it was shown. Look at the figures again.",
      ko: "확인하신 뒤 금액이 변경되었습니다. 금액을 다시 확인해 주세요.",
    },
  },
})
