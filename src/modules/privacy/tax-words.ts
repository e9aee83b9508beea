/** Of what proves where somebody is, for the tax. */
export const taxWords: Readonly<Record<string, readonly [english: string, korean: string]>> = {
  decided_at: ["Settled on", "확정 일시"],
  decided_because: ["Why it was settled so", "확정 사유"],
  decided_by: ["Settled by", "확정한 직원"],
  decided_country: ["Country that was settled", "확정 국가"],
  document_number: ["Document number", "문서 번호"],
  evidence: ["Evidence of the place", "소재지 증빙"],
  payer_country: ["Country of the payment method", "결제수단 발급 국가"],
  verdict: ["Result of the check", "확인 결과"],
  told_over_of: ["Last day whose passing was told", "만료 안내를 보낸 종료일"],
  warned_of: ["Last day that was told before", "만료 예정 안내를 보낸 종료일"],
  lost_at: ["Not confirmed any more since", "확인 불가 일시"],
}
