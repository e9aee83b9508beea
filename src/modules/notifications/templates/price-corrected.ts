import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate, samplesOf } from "../template.ts"

const back = { minor: "99000", currency: "KRW" as const }
const price = { minor: "11000", currency: "KRW" as const }
const line = { words: "INV-2026-000042", isLine: true, credited: back, price: null }
const service = (words: string) => ({ words, isLine: false, credited: null, price })

/** A wrong price was asked or paid: what goes back, and what is asked instead. Once for each customer. */
export const priceCorrected = defineTemplate({
  name: "price-corrected",
  class: "transactional",
  kind: "billing",
  title: { en: "Price corrected", ko: "요금 정정 안내" },
  when: {
    en: "A price was wrong: overpayments are refunded and open requests are sent anew",
    ko: "잘못된 요금으로 청구되거나 결제된 금액을 정정했을 때",
  },
  data: z.object({
    name: z.string(),
    entries: z
      .array(
        z.object({
          /** The invoice's number, or what the service is called. */
          words: z.string(),
          isLine: z.boolean(),
          credited: moneyShape.nullable(),
          price: moneyShape.nullable(),
        }),
      )
      .max(200),
    /** What goes back, one a currency; empty where nothing had been paid. */
    totals: z.array(moneyShape),
    /** A request to pay was replaced by another one. */
    isAskedAnew: z.boolean(),
    url: z.url(),
  }),
  secrets: [],
  samples: samplesOf(
    {
      en: {
        name: "Alex Morgan",
        entries: [line, service("VPS 2 GB")],
        totals: [back],
        isAskedAnew: false,
        url: "https://shop.example/portal/invoices",
      },
      ko: {
        name: "김민아",
        entries: [line, service("VPS 2GB")],
        totals: [back],
        isAskedAnew: false,
        url: "https://shop.example/ko/portal/invoices",
      },
    },
    [{}, { entries: [service("VPS")], totals: [], isAskedAnew: true }],
  ),
  words: {
    en: {
      subject: "We have corrected a wrong price",
      text: `Hello {{ name }},

We charged a wrong price. We are sorry. It has been corrected, and there is nothing you need to do:
{% for one in entries %}
- {{ one.words }}: {% if one.isLine %}{{ one.credited | money }} is refunded to you, with a credit note{% else %}the price is {{ one.price | money }}, before your discounts{% endif %}
{% endfor %}{% for total in totals %}
Refunded to the original payment method: {{ total | money }}
{% endfor %}{% if isAskedAnew %}
The payment request with the wrong amount has been withdrawn and replaced by one with the right amount.
{% endif %}
See it here:
{{ url }}
`,
      html: `<p>Hello {{ name }},</p>
<p>We charged a wrong price. We are sorry. It has been corrected, and there is nothing you need to do:</p>
<table>{% for one in entries %}<tr><td><strong>{{ one.words }}</strong><br>{% if one.isLine %}is refunded to you, with a credit note{% else %}the right price, before your discounts{% endif %}</td><td class="amount">{% if one.isLine %}{{ one.credited | money }}{% else %}{{ one.price | money }}{% endif %}</td></tr>{% endfor %}
{% for total in totals %}<tr class="total"><td>Refunded to the original payment method</td><td class="amount">{{ total | money }}</td></tr>{% endfor %}</table>
{% if isAskedAnew %}<p>The payment request with the wrong amount has been withdrawn and replaced by one with the right amount.</p>{% endif %}
<p><a class="button" href="{{ url }}">See it</a></p>`,
    },
    ko: {
      subject: "잘못 청구된 요금을 정정하였습니다",
      text: `{{ name }} 님, 안녕하세요.

저희의 실수로 요금이 잘못 적용되어 정정하였습니다. 불편을 드려 죄송합니다. 따로 하실 일은 없습니다.
{% for one in entries %}
- {{ one.words }}: {% if one.isLine %}{{ one.credited | money }} 환불(취소 거래명세서 발행){% else %}올바른 요금 {{ one.price | money }}(할인 적용 전){% endif %}
{% endfor %}{% for total in totals %}
결제하신 방법으로 환불되는 금액: {{ total | money }}
{% endfor %}{% if isAskedAnew %}
잘못된 금액의 청구서는 취소되었으며, 올바른 금액의 청구서가 새로 발행되었습니다.
{% endif %}
자세한 내용은 아래에서 확인하실 수 있습니다.
{{ url }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>저희의 실수로 요금이 잘못 적용되어 정정하였습니다. 불편을 드려 죄송합니다. 따로 하실 일은 없습니다.</p>
<table>{% for one in entries %}<tr><td><strong>{{ one.words }}</strong><br>{% if one.isLine %}환불(취소 거래명세서 발행){% else %}올바른 요금(할인 적용 전){% endif %}</td><td class="amount">{% if one.isLine %}{{ one.credited | money }}{% else %}{{ one.price | money }}{% endif %}</td></tr>{% endfor %}
{% for total in totals %}<tr class="total"><td>결제하신 방법으로 환불</td><td class="amount">{{ total | money }}</td></tr>{% endfor %}</table>
{% if isAskedAnew %}<p>잘못된 금액의 청구서는 취소되었으며, 올바른 금액의 청구서가 새로 발행되었습니다.</p>{% endif %}
<p><a class="button" href="{{ url }}">자세히 보기</a></p>`,
    },
  },
})
