import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate, samplesOf } from "../template.ts"

/** The staff's own reason stays inside: it is written for colleagues, and in whatever language they speak. */
export const orderRejectedMail = defineTemplate({
  name: "order-rejected",
  class: "transactional",
  kind: "billing",
  title: { en: "Order not accepted", ko: "주문 거절 및 환불" },
  when: { en: "Staff reject an order that was paid", ko: "직원이 결제된 주문을 거절했을 때" },
  data: z.object({
    name: z.string(),
    orderNumber: z.string(),
    total: moneyShape,
    orderUrl: z.url(),
    contact: z.string(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      orderNumber: "O-2026-00042",
      total: { minor: "16500", currency: "KRW" },
      orderUrl: "https://shop.example/orders/ord_sample",
      contact: "help@shop.example",
    },
    ko: {
      name: "김민아",
      orderNumber: "O-2026-00042",
      total: { minor: "16500", currency: "KRW" },
      orderUrl: "https://shop.example/ko/orders/ord_sample",
      contact: "help@shop.example",
    },
  }),
  words: {
    en: {
      subject: "We could not accept your order {{ orderNumber }}",
      text: `Hello {{ name }},

We could not accept your order {{ orderNumber }}. Nothing is being set up for it.

{% if total.minor == "0" %}Nothing is owed.{% else %}Your payment of {{ total | money }} is refunded to your original payment method. Banks can take up to five working days to show it.{% endif %}

If you have questions, write to {{ contact }}. Your order:
{{ orderUrl }}
`,
      html: `<p>Hello {{ name }},</p>
<p>We could not accept your order {{ orderNumber }}. Nothing is being set up for it.</p>
{% if total.minor == "0" %}<p>Nothing is owed.</p>{% else %}<p>Your payment of <strong>{{ total | money }}</strong> is refunded to your original payment method. Banks can take up to five working days to show it.</p>{% endif %}
<p>If you have questions, write to {{ contact }}.</p>
<p><a class="button" href="{{ orderUrl }}">See the order</a></p>`,
    },
    ko: {
      subject: "주문을 진행할 수 없어 취소되었습니다 ({{ orderNumber }})",
      text: `{{ name }} 님, 안녕하세요.

{{ orderNumber }} 주문을 진행할 수 없어 취소되었습니다. 서버는 설치되지 않습니다.

{% if total.minor == "0" %}청구되는 금액은 없습니다.{% else %}결제하신 {{ total | money }}은 결제하신 수단으로 환불됩니다. 카드사에 따라 영업일 기준 최대 5일이 걸릴 수 있습니다.{% endif %}

궁금하신 점은 아래로 문의해 주세요: {{ contact }} 주문 내역은 아래에서 확인하실 수 있습니다.
{{ orderUrl }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>{{ orderNumber }} 주문을 진행할 수 없어 취소되었습니다. 서버는 설치되지 않습니다.</p>
{% if total.minor == "0" %}<p>청구되는 금액은 없습니다.</p>{% else %}<p>결제하신 <strong>{{ total | money }}</strong>은 결제하신 수단으로 환불됩니다. 카드사에 따라 영업일 기준 최대 5일이 걸릴 수 있습니다.</p>{% endif %}
<p>궁금하신 점은 아래로 문의해 주세요: {{ contact }}</p>
<p><a class="button" href="{{ orderUrl }}">주문 보기</a></p>`,
    },
  },
})
