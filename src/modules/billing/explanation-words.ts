import type { Language } from "#kit/refusal.ts"

export interface ExplanationWords {
  readonly price: string
  readonly setup: string
  readonly discounted: string
  readonly parts: string
  readonly short: string
  readonly thenWhole: string
  readonly unused: string
  readonly due: string
  readonly difference: string
  /** Of a change of the number of pieces. */
  readonly unusedPieces: string
  readonly duePieces: string
  readonly taxInside: string
  readonly taxOnTop: string
  /** The price holds another tax than the one that is charged. */
  readonly taxInstead: string
  readonly share: string
  readonly result: string
}

export const explanationWords: Readonly<Record<Language, ExplanationWords>> = {
  en: {
    price: "Price {unit} × {quantity} = {amount}.",
    parts: "{parts} = {sum}.",
    discounted: "Before discounts {list}, less {off} ({codes}) = {unit}.",
    setup: "Set-up fee {unit} × {quantity} = {amount}, once.",
    short:
      "Up to the day of the month on which everything is renewed: {whole} for a whole turn × {days} of its {of} days = {part}.",
    thenWhole: "With the whole turns after it: {part} + {rest} = {unit}.",
    unused: "Left of the plan so far: {charged} really charged × {left} of {total} days = {unused}.",
    due: "The other plan for the same days: {charged} × {left} of {total} days = {due}.",
    difference: "The difference: {due} − {unused} = {amount}.",
    unusedPieces:
      "Left of the {quantity} so far: {charged} really charged × {left} of {total} days = {unused}.",
    duePieces: "{quantity} for the same days: {charged} × {left} of {total} days = {due}.",
    taxInside:
      "{label} of {percent}% is in the price: of {base} for all lines at this rate it is {tax}, rounded once.",
    taxOnTop:
      "{label} of {percent}% comes on top: on {base} for all lines at this rate it is {tax}, rounded once.",
    taxInstead:
      "The price holds {insideLabel} of {inside}%: without it, all lines at this rate come to {base}. {label} of {percent}% on that is {tax}, rounded once.",
    share: "This line's share of it is {share}; the shares add up to the whole.",
    result: "Net {net} + {label} {share} = {gross}.",
  },
  ko: {
    price: "단가 {unit} × {quantity} = {amount}",
    parts: "{parts} = {sum}",
    discounted: "할인 전 가격 {list}에서 {codes} 할인 {off} 적용, 할인 후 {unit}",
    setup: "설치비 {unit} × {quantity} = {amount} (최초 1회)",
    short: "결제일까지의 일할 계산: 전체 기간 요금 {whole} × {days}일 ÷ 총 {of}일 = {part}",
    thenWhole: "이후 전체 기간 포함: {part} + {rest} = {unit}",
    unused: "기존 플랜 미사용 금액: 실제 결제 금액 {charged} × 남은 {left}일 ÷ 총 {total}일 = {unused}",
    due: "새 플랜 이용 금액: {charged} × 남은 {left}일 ÷ 총 {total}일 = {due}",
    difference: "차액: {due} − {unused} = {amount}",
    unusedPieces:
      "기존 수량 {quantity}개의 미사용 금액: 실제 결제 금액 {charged} × 남은 {left}일 ÷ 총 {total}일 = {unused}",
    duePieces: "변경 수량 {quantity}개의 이용 금액: {charged} × 남은 {left}일 ÷ 총 {total}일 = {due}",
    taxInside:
      "{label} {percent}%는 가격에 포함되어 있습니다. 같은 세율 품목의 합계 {base} 중 {tax}이며, 합계에서 한 번만 반올림합니다.",
    taxOnTop:
      "{label} {percent}%는 별도입니다. 같은 세율 품목의 합계 {base}에 대해 {tax}이며, 합계에서 한 번만 반올림합니다.",
    taxInstead:
      "가격에는 {insideLabel} {inside}%가 포함되어 있습니다. 이를 뺀 같은 세율 품목의 합계는 {base}이고, 여기에 {label} {percent}%를 적용하면 {tax}입니다(합계에서 한 번만 반올림).",
    share: "이 품목에 배분된 금액은 {share}이며, 품목별 금액을 더하면 전체와 같습니다.",
    result: "공급가액 {net} + {label} {share} = {gross}",
  },
}
