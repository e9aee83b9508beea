import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import type { WireMoney } from "#kit/money.ts"
import { defineTemplate, samplesOf } from "../template.ts"

interface SampleTrial {
  words: string
  days: number
  longer: { code: string; days: number } | null
  price: WireMoney
  isCharged: boolean
}
const noTrials: SampleTrial[] = []
const trial = (isCharged: boolean): SampleTrial => ({
  words: "VPS",
  days: isCharged ? 28 : 14,
  longer: isCharged ? { code: "MORE-DAYS", days: 14 } : null,
  price: { minor: "11000", currency: "KRW" },
  isCharged,
})

export const orderReceived = defineTemplate({
  name: "order-received",
  class: "transactional",
  kind: "billing",
  title: { en: "Order received", ko: "주문 접수" },
  when: { en: "A customer has ordered", ko: "고객이 주문했을 때" },
  data: z.object({
    name: z.string(),
    orderNumber: z.string(),
    lines: z.array(z.object({ words: z.string(), amount: moneyShape })).max(50),
    total: moneyShape,
    /** What is tried first: for how long, what one cycle costs then, and whether a saved method is charged for it. */
    trials: z
      .array(
        z.object({
          words: z.string(),
          days: z.number().int(),
          /** How many of them which coupon added. */
          longer: z.object({ code: z.string(), days: z.number().int() }).nullable(),
          price: moneyShape,
          isCharged: z.boolean(),
        }),
      )
      .max(20),
    /** Something is to be paid now. */
    isAsked: z.boolean(),
    payUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf(
    {
      en: {
        name: "Alex Morgan",
        orderNumber: "O-2026-00042",
        lines: [
          { words: "VPS 2 GB, monthly", amount: { minor: "11000", currency: "KRW" } },
          { words: "Set-up fee", amount: { minor: "5500", currency: "KRW" } },
        ],
        total: { minor: "16500", currency: "KRW" },
        trials: noTrials,
        isAsked: true,
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
        trials: noTrials,
        isAsked: true,
        payUrl: "https://shop.example/ko/orders/ord_sample",
      },
    },
    [
      {},
      { lines: [], total: { minor: "0", currency: "KRW" }, trials: [trial(true)], isAsked: false },
      { trials: [trial(false)] },
    ],
  ),
  words: {
    en: {
      subject: "Your order {{ orderNumber }}",
      text: `Hello {{ name }},

Thank you for your order {{ orderNumber }}.
{% for line in lines %}
- {{ line.words }}: {{ line.amount | money }}{% endfor %}

Total: {{ total | money }}
{% for one in trials %}
{{ one.words }}: {{ one.days }} days free of charge, from the day it is ready{% if one.longer %}; {{ one.longer.days }} of them are from the coupon {{ one.longer.code }}{% endif %}. {% if one.isCharged %}Then your saved payment method is charged with {{ one.price | money }}, and again with each period. We write to you before. Cancel on the last of those days at the latest and you pay nothing.{% else %}To keep it then, pay {{ one.price | money }}; we write to you before. If you do nothing, it stops and nothing is owed.{% endif %}
{% endfor %}
{% if isAsked %}We start setting up your server as soon as the payment has arrived. If you have not paid yet, you can do so here:{% else %}We are setting up your server. Your order:{% endif %}
{{ payUrl }}
`,
      html: `<p>Hello {{ name }},</p>
<p>Thank you for your order {{ orderNumber }}.</p>
<table>{% for line in lines %}<tr><td>{{ line.words }}</td><td class="amount">{{ line.amount | money }}</td></tr>{% endfor %}
<tr class="total"><td>Total</td><td class="amount">{{ total | money }}</td></tr></table>
{% for one in trials %}<p>{{ one.words }}: {{ one.days }} days free of charge, from the day it is ready{% if one.longer %}; {{ one.longer.days }} of them are from the coupon {{ one.longer.code }}{% endif %}. {% if one.isCharged %}Then your saved payment method is charged with {{ one.price | money }}, and again with each period. We write to you before. Cancel on the last of those days at the latest and you pay nothing.{% else %}To keep it then, pay {{ one.price | money }}; we write to you before. If you do nothing, it stops and nothing is owed.{% endif %}</p>{% endfor %}
{% if isAsked %}<p>We start setting up your server as soon as the payment has arrived. If you have not paid yet, you can do so here:</p>
<p><a class="button" href="{{ payUrl }}">Pay now</a></p>{% else %}<p>We are setting up your server.</p>
<p><a class="button" href="{{ payUrl }}">See your order</a></p>{% endif %}`,
    },
    ko: {
      subject: "주문이 접수되었습니다 ({{ orderNumber }})",
      text: `{{ name }} 님, 안녕하세요.

주문해 주셔서 감사합니다. 주문번호는 {{ orderNumber }}입니다.
{% for line in lines %}
- {{ line.words }}: {{ line.amount | money }}{% endfor %}

합계: {{ total | money }}
{% for one in trials %}
{{ one.words }}: 설치 완료일부터 {{ one.days }}일{% if one.longer %}(쿠폰 {{ one.longer.code }} {{ one.longer.days }}일 연장 포함){% endif %} 동안 무료로 이용하실 수 있습니다. {% if one.isCharged %}체험이 끝나면 등록된 결제수단으로 {{ one.price | money }}이 자동결제되며 이후 이용 기간마다 결제됩니다. 결제 전에 미리 안내해 드립니다. 체험 마지막 날까지 해지하시면 요금이 청구되지 않습니다.{% else %}계속 이용하시려면 체험이 끝나기 전에 {{ one.price | money }}을 결제해 주세요. 미리 안내해 드리며, 결제하지 않으시면 이용이 중단되고 청구되는 금액은 없습니다.{% endif %}
{% endfor %}
{% if isAsked %}결제가 완료되면 바로 서버 세팅을 시작합니다. 아직 결제하지 않으셨다면 아래 주소에서 결제하실 수 있습니다.{% else %}서버를 세팅하고 있습니다. 주문 내역은 아래에서 확인하실 수 있습니다.{% endif %}
{{ payUrl }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>주문해 주셔서 감사합니다. 주문번호는 {{ orderNumber }}입니다.</p>
<table>{% for line in lines %}<tr><td>{{ line.words }}</td><td class="amount">{{ line.amount | money }}</td></tr>{% endfor %}
<tr class="total"><td>합계</td><td class="amount">{{ total | money }}</td></tr></table>
{% for one in trials %}<p>{{ one.words }}: 설치 완료일부터 {{ one.days }}일{% if one.longer %}(쿠폰 {{ one.longer.code }} {{ one.longer.days }}일 연장 포함){% endif %} 동안 무료로 이용하실 수 있습니다. {% if one.isCharged %}체험이 끝나면 등록된 결제수단으로 {{ one.price | money }}이 자동결제되며 이후 이용 기간마다 결제됩니다. 결제 전에 미리 안내해 드립니다. 체험 마지막 날까지 해지하시면 요금이 청구되지 않습니다.{% else %}계속 이용하시려면 체험이 끝나기 전에 {{ one.price | money }}을 결제해 주세요. 미리 안내해 드리며, 결제하지 않으시면 이용이 중단되고 청구되는 금액은 없습니다.{% endif %}</p>{% endfor %}
{% if isAsked %}<p>결제가 완료되면 바로 서버 세팅을 시작합니다. 아직 결제하지 않으셨다면 아래에서 결제하실 수 있습니다.</p>
<p><a class="button" href="{{ payUrl }}">결제하기</a></p>{% else %}<p>서버를 세팅하고 있습니다.</p>
<p><a class="button" href="{{ payUrl }}">주문 보기</a></p>{% endif %}`,
    },
  },
})
