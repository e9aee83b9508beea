import type { PageText } from "./page.ts"

/** A template to begin with; the shop puts its own in force. */
export const defaultTerms: PageText = {
  title: { en: "Terms of service", ko: "이용약관" },
  summary: {
    en: "What you and we agree on when you order.",
    ko: "서비스 이용 계약의 조건과 절차를 정합니다.",
  },
  body: {
    en: `## 1. Who we are

These terms apply between you and {{seller}} (“we”), {{address}}. You reach us at {{email}} and {{phone}}.

## 2. How a contract comes about

Your order is an offer. The contract comes about when your payment is confirmed, and we then build what you ordered at once. An order that needs our approval becomes a contract when we approve it; if we do not, you get the full amount back.

## 3. Prices and payment

The price shown at checkout is the price you pay, with the tax shown beside it. You pay in advance for the chosen term. After payment you receive an invoice by e-mail. A price for a term that has begun does not change.

## 4. Term and ending

A service runs for the term you paid for. Its last day is shown in your account. You may end it at any time; it then runs until that day. We delete what is stored some days after the end and tell you before.

## 5. Withdrawal and refunds

As a consumer you may withdraw within the period your law gives you, without giving a reason. If you asked us to begin at once, we may keep the share for the days used, counted by days. Write to {{email}} or use your account. Money goes back the way it came.

## 6. What you may not do

The [acceptable use policy](/acceptable-use) is part of these terms. We may suspend a service while a well-founded report is examined; we choose the mildest measure that helps, and tell you why.

## 7. Availability

What we promise, and what you get when we do not keep it, is in our [service levels](/service-levels).

## 8. Your data

What is on your server is yours. Keep copies of your own: a server is no backup of itself. How we treat data about you is in the [privacy notice](/privacy).

## 9. Liability

We are liable without limit for intent and gross negligence and for harm to persons; otherwise for foreseeable damage up to the fees of twelve months. Rights that the law gives consumers stay untouched.

## 10. Changes of these terms

We publish a new version with the day from which it applies, and tell you before. If you are asked to agree and do not, your running contract goes on as it was until the end of its term.

## 11. Law and disputes

The law of our seat ({{country}}) applies, without taking away the protection of the law where you live as a consumer.
`,
    ko: `## 제1조 (목적 및 당사자)

본 약관은 {{seller}}(이하 “회사”, {{address}})와 고객 간의 서비스 이용 조건을 정합니다. 문의는 {{email}}, {{phone}}으로 접수하실 수 있습니다.

## 제2조 (계약의 성립)

고객의 주문은 청약이며, 결제가 확인되면 계약이 성립하고 회사는 즉시 서버 세팅을 시작합니다. 회사의 승인이 필요한 주문은 승인 시 계약이 성립하며, 승인되지 않은 경우 결제 금액 전액을 환불합니다.

## 제3조 (요금 및 결제)

주문 화면에 표시된 합계 금액이 실제 결제 금액이며, 부가세를 함께 표시합니다. 요금은 선택하신 이용 기간에 대해 선불로 결제합니다. 결제가 완료되면 거래명세서를 메일로 보내 드립니다. 이미 시작된 이용 기간의 요금은 변경되지 않습니다.

## 제4조 (이용 기간 및 해지)

서비스는 결제하신 기간 동안 제공되며, 만료일은 나의 서비스에서 확인하실 수 있습니다. 고객은 언제든지 해지를 신청하실 수 있고, 이 경우 만료일까지 이용하실 수 있습니다. 만료 후 데이터는 삭제 예정일에 삭제되며 사전에 안내해 드립니다.

## 제5조 (청약철회 및 환불)

고객은 계약서면을 받은 날 또는 서비스가 개시된 날 중 늦은 날부터 7일 이내에 청약철회를 하실 수 있습니다. 이미 이용하신 기간의 요금은 일할 계산하여 공제한 후 환불합니다. 신청은 {{email}} 또는 나의 서비스에서 하실 수 있으며, 결제하신 수단으로 환불됩니다.

## 제6조 (금지 행위)

[이용 제한 정책](/acceptable-use)은 본 약관의 일부입니다. 정당한 신고가 접수되면 확인하는 동안 필요한 최소한의 범위에서 이용이 정지될 수 있으며, 그 사유를 안내해 드립니다.

## 제7조 (가용성)

서비스 품질 목표와 미달 시의 보상은 [서비스 수준 협약](/service-levels)에서 정합니다.

## 제8조 (고객 데이터)

서버에 저장된 데이터는 고객의 소유입니다. 중요한 데이터는 별도로 백업해 주시기 바랍니다. 개인정보의 처리는 [개인정보처리방침](/privacy)에 따릅니다.

## 제9조 (책임)

회사는 고의 또는 중대한 과실로 인한 손해를 배상합니다. 그 밖의 경우 최근 12개월간 납부하신 요금을 한도로 책임을 집니다. 관계 법령이 보장하는 소비자의 권리는 제한되지 않습니다.

## 제10조 (약관의 변경)

회사는 약관을 변경하는 경우 적용일과 변경 내용을 적용일 7일 전(고객에게 불리한 변경은 30일 전)부터 공지합니다. 변경에 동의하지 않으시는 경우 진행 중인 이용 기간이 끝날 때까지 종전 조건이 유지됩니다.

## 제11조 (준거법 및 관할)

본 약관은 대한민국 법을 따르며, 분쟁에 관한 관할은 민사소송법에 따릅니다.
`,
  },
}
