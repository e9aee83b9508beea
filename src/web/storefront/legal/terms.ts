import type { Language } from "../../i18n/languages.ts"
import type { LegalDocument } from "./legal-text.tsx"

/** Short, and real for a demonstration company: an operator puts their own in their place. */
export const terms: Readonly<Record<Language, LegalDocument>> = {
  en: {
    title: "Terms of service",
    version: "Version of 1 November 2026 · demonstration company",
    sections: [
      {
        title: "1. Who we are",
        text: "These terms apply between you and {seller} (“we”). This is a demonstration company: nothing is really sold, charged or built here.",
      },
      {
        title: "2. The contract",
        text: "Your order is an offer; the contract comes about when the payment is confirmed, and we then build the server at once. An order that needs our approval becomes a contract when we approve it; if we do not, you get the full amount back.",
      },
      {
        title: "3. Prices and payment",
        text: "The price shown at checkout is the price you pay, with the tax shown beside it. You pay in advance for the chosen term. After payment you receive an invoice by e-mail.",
      },
      {
        title: "4. Withdrawal and refunds",
        text: "As a consumer you may withdraw within the period your law gives you. If you asked us to begin at once, we may keep the share for the days used, counted by days. Write to {email}; no reason is needed.",
      },
      {
        title: "5. What you may not do",
        text: "No unlawful content, no attacks on others, no unsolicited mass mail. We may suspend a server while a well-founded report is examined, and we tell you why.",
      },
      {
        title: "6. Your data",
        text: "What is on your server is yours. After a service ends we keep it for the period shown in your portal, so that it can be restored, and then delete it.",
      },
      {
        title: "7. Liability",
        text: "We are liable without limit for intent and gross negligence and for harm to persons; otherwise for foreseeable damage up to the fees of twelve months. Rights that the law gives consumers stay untouched.",
      },
    ],
  },
  ko: {
    title: "이용약관",
    version: "2026년 11월 1일 시행 · 데모 회사",
    sections: [
      {
        title: "제1조 (목적 및 당사자)",
        text: "본 약관은 {seller}(이하 “회사”)와 고객 간의 서비스 이용 조건을 정합니다. 본 사이트는 데모이며 실제 판매, 결제, 서버 설치는 이루어지지 않습니다.",
      },
      {
        title: "제2조 (계약의 성립)",
        text: "고객의 주문은 청약이며, 결제가 확인되면 계약이 성립하고 회사는 즉시 서버 세팅을 시작합니다. 회사의 승인이 필요한 주문은 승인 시 계약이 성립하며, 승인되지 않은 경우 결제 금액 전액을 환불합니다.",
      },
      {
        title: "제3조 (요금 및 결제)",
        text: "주문 화면에 표시된 합계 금액이 실제 결제 금액이며, 공급가액과 부가세를 함께 표시합니다. 요금은 선택하신 이용 기간에 대해 선불로 결제합니다. 결제가 완료되면 거래명세서를 메일로 보내 드립니다.",
      },
      {
        title: "제4조 (청약철회 및 환불)",
        text: "고객은 관계 법령이 정한 기간 내에 청약철회를 하실 수 있습니다. 해지하시는 경우 이용하신 기간의 요금을 일할 계산하여 공제한 후 환불합니다. 신청은 {email}로 접수하실 수 있습니다.",
      },
      {
        title: "제5조 (금지 행위)",
        text: "불법 콘텐츠 게시, 타인에 대한 공격, 스팸 발송을 금지합니다. 정당한 신고가 접수되면 확인하는 동안 서비스 이용이 정지될 수 있으며, 그 사유를 안내해 드립니다.",
      },
      {
        title: "제6조 (고객 데이터)",
        text: "서버에 저장된 데이터는 고객의 소유입니다. 이용이 종료된 후에는 나의 서비스에 표시된 삭제 예정일까지 보관하며, 그 기간에는 복구를 신청하실 수 있습니다.",
      },
      {
        title: "제7조 (책임)",
        text: "회사는 고의 또는 중대한 과실로 인한 손해를 배상합니다. 그 밖의 경우 최근 12개월간 납부하신 요금을 한도로 책임을 집니다. 관계 법령이 보장하는 소비자의 권리는 제한되지 않습니다.",
      },
    ],
  },
}
