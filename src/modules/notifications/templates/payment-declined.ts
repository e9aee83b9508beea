import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate, samplesOf } from "../template.ts"

export const paymentDeclined = defineTemplate({
  name: "payment-declined",
  class: "transactional",
  kind: "billing",
  title: { en: "Payment failed", ko: "결제 실패" },
  when: { en: "A payment was declined", ko: "결제가 완료되지 않았을 때" },
  data: z.object({
    name: z.string(),
    reference: z.string(),
    total: moneyShape,
    /** Why, and what to do, in the reader's language: from the payment's own words. */
    reason: z.string(),
    payUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      reference: "PR-2026-00042",
      total: { minor: "16500", currency: "KRW" },
      reason: "The card has expired. Please use another one.",
      payUrl: "https://shop.example/portal/invoices",
    },
    ko: {
      name: "김민아",
      reference: "PR-2026-00042",
      total: { minor: "16500", currency: "KRW" },
      reason: "카드 유효기간이 지났습니다. 다른 카드를 사용해 주세요.",
      payUrl: "https://shop.example/ko/portal/invoices",
    },
  }),
  words: {
    en: {
      subject: "Your payment did not go through ({{ reference }})",
      text: `Hello {{ name }},

Your payment of {{ total | money }} did not go through. Nothing has been charged.

Reason: {{ reason }}

You can try again with the same or another card:
{{ payUrl }}
`,
      html: `<p>Hello {{ name }},</p>
<p>Your payment of {{ total | money }} did not go through. Nothing has been charged.</p>
<p><strong>Reason:</strong> {{ reason }}</p>
<p>You can try again with the same or another card:</p>
<p><a class="button" href="{{ payUrl }}">Try again</a></p>`,
    },
    ko: {
      subject: "결제가 완료되지 않았습니다 ({{ reference }})",
      text: `{{ name }} 님, 안녕하세요.

{{ total | money }} 결제가 완료되지 않았습니다. 청구된 금액은 없습니다.

사유: {{ reason }}

같은 카드 또는 다른 결제수단으로 다시 결제하실 수 있습니다.
{{ payUrl }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>{{ total | money }} 결제가 완료되지 않았습니다. 청구된 금액은 없습니다.</p>
<p><strong>사유:</strong> {{ reason }}</p>
<p>같은 카드 또는 다른 결제수단으로 다시 결제하실 수 있습니다.</p>
<p><a class="button" href="{{ payUrl }}">다시 결제하기</a></p>`,
    },
  },
})
