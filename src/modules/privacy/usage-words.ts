/** Columns of what was used. */
export const usageWords: Readonly<Record<string, readonly [english: string, korean: string]>> = {
  corrects: ["Corrects", "정정 대상"],
  counts_on: ["Counts on", "반영일"],
  denominator: ["Of so many parts", "수량 분모"],
  key: ["Key", "키"],
  meter: ["Meter", "사용량 항목"],
  numerator: ["How much", "수량"],
  recorded_at: ["Recorded on", "기록 일시"],
  used_at: ["Used on", "사용 일시"],
  since: ["Counted since", "집계 시작일"],
  counted_until: ["Counted until", "집계 완료일"],
  closes_on: ["The month ends on", "월 마감일"],
  ended_on: ["Ended on", "종료일"],
  from_on: ["From", "시작일"],
  to_on: ["Until", "종료일"],
  facts: ["What it was computed from", "계산 근거"],
}
