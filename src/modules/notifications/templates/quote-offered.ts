import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import type { WireMoney } from "#kit/money.ts"
import { defineTemplate, samplesOf } from "../template.ts"

const total: WireMoney = { minor: "220000", currency: "KRW" }

/** Goes out with the quote attached. */
export const quoteOffered = defineTemplate({
  name: "quote-offered",
  class: "transactional",
  kind: "billing",
  title: { en: "Quote", ko: "견적서 발송" },
  when: {
    en: "Staff sent a quote; it is attached, and can be accepted in the portal",
    ko: "직원이 견적서를 발송했을 때 첨부하여 발송",
  },
  data: z.object({
    name: z.string(),
    quoteNumber: z.string(),
    total: moneyShape,
    validUntil: z.iso.date(),
    /** Empty where there is none. */
    note: z.string(),
    /** The number of the quote that it stands in for. */
    replaces: z.string(),
    quoteUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf(
    {
      en: {
        name: "Alex Morgan",
        quoteNumber: "QT-2026-000042",
        total,
        validUntil: "2026-04-30",
        note: "With the discount we spoke about.",
        replaces: "QT-2026-000041",
        quoteUrl: "https://shop.example/portal/quotes/quo_sample",
      },
      ko: {
        name: "김민아",
        quoteNumber: "QT-2026-000042",
        total,
        validUntil: "2026-04-30",
        note: "협의한 할인을 반영했습니다.",
        replaces: "QT-2026-000041",
        quoteUrl: "https://shop.example/ko/portal/quotes/quo_sample",
      },
    },
    [{}, { note: "", replaces: "" }],
  ),
  words: {
    en: {
      subject: "Quote {{ quoteNumber }}: {{ total | money }}",
      text: `Hello {{ name }},

Our quote {{ quoteNumber }} of {{ total | money }} is attached. It is valid until {{ validUntil | day }}.
{% if replaces != "" %}It replaces {{ replaces }}, which can no longer be accepted.
{% endif %}{% if note != "" %}
{{ note }}
{% endif %}
Accept or decline it here:
{{ quoteUrl }}
`,
      html: `<p>Hello {{ name }},</p>
<p>Our quote {{ quoteNumber }} of <strong>{{ total | money }}</strong> is attached. It is valid until {{ validUntil | day }}.</p>
{% if replaces != "" %}<p>It replaces {{ replaces }}, which can no longer be accepted.</p>{% endif %}
{% if note != "" %}<p>{{ note }}</p>{% endif %}
<p><a class="button" href="{{ quoteUrl }}">See the quote</a></p>`,
    },
    ko: {
      subject: "견적서 {{ quoteNumber }}: {{ total | money }}",
      text: `{{ name }} 님, 안녕하세요.

{{ total | money }} 견적서({{ quoteNumber }})를 첨부하여 보내드립니다. 견적 유효 기간은 {{ validUntil | day }}까지입니다.
{% if replaces != "" %}기존 견적서({{ replaces }})를 대체하며, 기존 견적서는 더 이상 수락하실 수 없습니다.
{% endif %}{% if note != "" %}
{{ note }}
{% endif %}
아래 주소에서 수락하거나 거절하실 수 있습니다.
{{ quoteUrl }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p><strong>{{ total | money }}</strong> 견적서({{ quoteNumber }})를 첨부하여 보내드립니다. 견적 유효 기간은 {{ validUntil | day }}까지입니다.</p>
{% if replaces != "" %}<p>기존 견적서({{ replaces }})를 대체하며, 기존 견적서는 더 이상 수락하실 수 없습니다.</p>{% endif %}
{% if note != "" %}<p>{{ note }}</p>{% endif %}
<p><a class="button" href="{{ quoteUrl }}">견적서 보기</a></p>`,
    },
  },
})
