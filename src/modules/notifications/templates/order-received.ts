import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate, samplesOf } from "../template.ts"

export const orderReceived = defineTemplate({
  name: "order-received",
  class: "transactional",
  title: { en: "Order received", ko: "주문 접수" },
  when: { en: "A customer has ordered", ko: "고객이 주문했을 때" },
  data: z.object({
    name: z.string(),
    orderNumber: z.string(),
    lines: z.array(z.object({ words: z.string(), amount: moneyShape })).max(50),
    total: moneyShape,
    payUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      orderNumber: "O-2026-00042",
      lines: [
        { words: "VPS 2 GB, monthly", amount: { minor: "11000", currency: "KRW" } },
        { words: "Set-up fee", amount: { minor: "5500", currency: "KRW" } },
      ],
      total: { minor: "16500", currency: "KRW" },
      payUrl: "https://shop.example/orders/ord_sample",
    },
    ko: {
      name: "김민아",
      orderNumber: "O-2026-00042",
      lines: [
        { words: "VPS 2GB, 월 결제", amount: { minor: "11000", currency: "KRW" } },
        { words: "설치비", amount: { minor: "5500", currency: "KRW" } },
      ],
      total: { minor: "16500", currency: "KRW" },
      payUrl: "https://shop.example/ko/orders/ord_sample",
    },
  }),
  words: {
    en: {
      subject: "Your order {{ orderNumber }}",
      text: `Hello {{ name }},

thank you for your order {{ orderNumber }}.
{% for line in lines %}
- {{ line.words }}: {{ line.amount | money }}{% endfor %}

Total: {{ total | money }}

We start setting up your server as soon as the payment has arrived. If you have not paid yet, you can do so here:
{{ payUrl }}
`,
      html: `<p>Hello {{ name }},</p>
<p>thank you for your order {{ orderNumber }}.</p>
<table>{% for line in lines %}<tr><td>{{ line.words }}</td><td class="amount">{{ line.amount | money }}</td></tr>{% endfor %}
<tr class="total"><td>Total</td><td class="amount">{{ total | money }}</td></tr></table>
<p>We start setting up your server as soon as the payment has arrived. If you have not paid yet, you can do so here:</p>
<p><a class="button" href="{{ payUrl }}">Pay now</a></p>`,
    },
    ko: {
      subject: "주문이 접수되었습니다 ({{ orderNumber }})",
      text: `{{ name }}님, 안녕하세요.

주문해 주셔서 감사합니다. 주문번호는 {{ orderNumber }}입니다.
{% for line in lines %}
- {{ line.words }}: {{ line.amount | money }}{% endfor %}

합계: {{ total | money }}

결제가 완료되면 바로 서버 세팅을 시작합니다. 아직 결제하지 않으셨다면 아래 주소에서 결제하실 수 있습니다.
{{ payUrl }}
`,
      html: `<p>{{ name }}님, 안녕하세요.</p>
<p>주문해 주셔서 감사합니다. 주문번호는 {{ orderNumber }}입니다.</p>
<table>{% for line in lines %}<tr><td>{{ line.words }}</td><td class="amount">{{ line.amount | money }}</td></tr>{% endfor %}
<tr class="total"><td>합계</td><td class="amount">{{ total | money }}</td></tr></table>
<p>결제가 완료되면 바로 서버 세팅을 시작합니다. 아직 결제하지 않으셨다면 아래에서 결제하실 수 있습니다.</p>
<p><a class="button" href="{{ payUrl }}">결제하기</a></p>`,
    },
  },
})
