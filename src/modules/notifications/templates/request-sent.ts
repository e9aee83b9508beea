import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import type { WireMoney } from "#kit/money.ts"
import { defineTemplate, samplesOf } from "../template.ts"

const won = (minor: string): WireMoney => ({ minor, currency: "KRW" })

/** What staff wrote by hand and ask for. */
export const requestSent = defineTemplate({
  name: "request-sent",
  class: "transactional",
  kind: "billing",
  title: { en: "Payment request", ko: "청구서 발송" },
  when: {
    en: "Staff sent a payment request written by hand",
    ko: "직원이 직접 작성한 청구서를 발송했을 때",
  },
  data: z.object({
    name: z.string(),
    requestNumber: z.string(),
    lines: z.array(z.object({ words: z.string(), gross: moneyShape })).max(500),
    total: moneyShape,
    dueOn: z.iso.date(),
    /** Empty where there is none. */
    note: z.string(),
    purchaseOrder: z.string(),
    payUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf(
    {
      en: {
        name: "Alex Morgan",
        requestNumber: "PR-2026-000042",
        lines: [{ words: "Moving two sites", gross: won("220000") }],
        total: won("220000"),
        dueOn: "2026-04-30",
        note: "As agreed on the phone.",
        purchaseOrder: "PO-7781",
        payUrl: "https://shop.example/portal/requests/prq_sample",
      },
      ko: {
        name: "김민아",
        requestNumber: "PR-2026-000042",
        lines: [{ words: "사이트 2개 이전 작업", gross: won("220000") }],
        total: won("220000"),
        dueOn: "2026-04-30",
        note: "전화로 협의한 작업입니다.",
        purchaseOrder: "PO-7781",
        payUrl: "https://shop.example/ko/portal/requests/prq_sample",
      },
    },
    [{}, { note: "", purchaseOrder: "" }],
  ),
  words: {
    en: {
      subject: "Payment request {{ requestNumber }}: {{ total | money }}",
      text: `Hello {{ name }},

Please pay {{ total | money }} by {{ dueOn | day }}.
{% for line in lines %}
- {{ line.words }}: {{ line.gross | money }}
{% endfor %}
Request: {{ requestNumber }}
{% if purchaseOrder != "" %}Your purchase order: {{ purchaseOrder }}
{% endif %}{% if note != "" %}
{{ note }}
{% endif %}
See it and pay here:
{{ payUrl }}
`,
      html: `<p>Hello {{ name }},</p>
<p>Please pay <strong>{{ total | money }}</strong> by {{ dueOn | day }}.</p>
<table>{% for line in lines %}<tr><td>{{ line.words }}</td><td class="amount">{{ line.gross | money }}</td></tr>{% endfor %}
<tr class="total"><td>Total</td><td class="amount">{{ total | money }}</td></tr></table>
<p>Request: {{ requestNumber }}{% if purchaseOrder != "" %}<br>Your purchase order: {{ purchaseOrder }}{% endif %}</p>
{% if note != "" %}<p>{{ note }}</p>{% endif %}
<p><a class="button" href="{{ payUrl }}">See it and pay</a></p>`,
    },
    ko: {
      subject: "청구서 {{ requestNumber }}: {{ total | money }}",
      text: `{{ name }} 님, 안녕하세요.

{{ dueOn | day }}까지 {{ total | money }}을 결제해 주시기 바랍니다.
{% for line in lines %}
- {{ line.words }}: {{ line.gross | money }}
{% endfor %}
청구서 번호: {{ requestNumber }}
{% if purchaseOrder != "" %}발주 번호: {{ purchaseOrder }}
{% endif %}{% if note != "" %}
{{ note }}
{% endif %}
아래 주소에서 확인하고 결제하실 수 있습니다.
{{ payUrl }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>{{ dueOn | day }}까지 <strong>{{ total | money }}</strong>을 결제해 주시기 바랍니다.</p>
<table>{% for line in lines %}<tr><td>{{ line.words }}</td><td class="amount">{{ line.gross | money }}</td></tr>{% endfor %}
<tr class="total"><td>합계</td><td class="amount">{{ total | money }}</td></tr></table>
<p>청구서 번호: {{ requestNumber }}{% if purchaseOrder != "" %}<br>발주 번호: {{ purchaseOrder }}{% endif %}</p>
{% if note != "" %}<p>{{ note }}</p>{% endif %}
<p><a class="button" href="{{ payUrl }}">확인 및 결제하기</a></p>`,
    },
  },
})
