import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate, samplesOf } from "../template.ts"

const total = { minor: "16500", currency: "KRW" } as const

export const paymentTakenBack = defineTemplate({
  name: "payment-taken-back",
  class: "transactional",
  kind: "billing",
  title: { en: "Dispute lost", ko: "카드사의 결제 금액 회수" },
  when: {
    en: "A card's bank decided a dispute in the cardholder's favour",
    ko: "카드사가 결제 이의를 받아들여 결제 금액을 회수했을 때",
  },
  data: z.object({
    name: z.string(),
    number: z.string(),
    total: moneyShape,
    /** What it paid for stands still, and nothing more is charged for it. */
    isSuspended: z.boolean(),
    url: z.url(),
  }),
  secrets: [],
  samples: samplesOf<{
    name: string
    number: string
    total: z.infer<typeof moneyShape>
    isSuspended: boolean
    url: string
  }>(
    {
      en: {
        name: "Alex Morgan",
        number: "INV-2026-00042",
        total,
        isSuspended: true,
        url: "https://shop.example/portal/invoices/inv_sample",
      },
      ko: {
        name: "김민아",
        number: "INV-2026-00042",
        total,
        isSuspended: true,
        url: "https://shop.example/ko/portal/invoices/inv_sample",
      },
    },
    [{}, { isSuspended: false }],
  ),
  words: {
    en: {
      subject: "Your bank took a payment back ({{ number }})",
      text: `Hello {{ name }},

The bank of the card that paid invoice {{ number }} took {{ total | money }} back, because the cardholder did not recognize it.
{% if isSuspended %}
What it paid for is suspended, and nothing more is charged for it.
{% endif %}
If this was a mistake, please reply to this e-mail and we will sort it out together:
{{ url }}
`,
      html: `<p>Hello {{ name }},</p>
<p>The bank of the card that paid invoice <strong>{{ number }}</strong> took {{ total | money }} back, because the cardholder did not recognize it.</p>
{% if isSuspended %}<p>What it paid for is suspended, and nothing more is charged for it.</p>{% endif %}
<p>If this was a mistake, please reply to this e-mail and we will sort it out together.</p>
<p><a class="button" href="{{ url }}">See the invoice</a></p>`,
    },
    ko: {
      subject: "카드사에서 결제 금액을 회수했습니다 ({{ number }})",
      text: `{{ name }} 님, 안녕하세요.

카드 명의자가 결제 이의를 제기하여, 거래명세서 {{ number }}의 결제 금액 {{ total | money }}을 카드사에서 회수했습니다.
{% if isSuspended %}
해당 서비스는 이용이 정지되었으며, 더 이상 요금이 청구되지 않습니다.
{% endif %}
착오로 접수된 이의라면 이 메일에 회신해 주세요. 바로 확인해 드리겠습니다.
{{ url }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>카드 명의자가 결제 이의를 제기하여, 거래명세서 <strong>{{ number }}</strong>의 결제 금액 {{ total | money }}을 카드사에서 회수했습니다.</p>
{% if isSuspended %}<p>해당 서비스는 이용이 정지되었으며, 더 이상 요금이 청구되지 않습니다.</p>{% endif %}
<p>착오로 접수된 이의라면 이 메일에 회신해 주세요. 바로 확인해 드리겠습니다.</p>
<p><a class="button" href="{{ url }}">거래명세서 보기</a></p>`,
    },
  },
})
