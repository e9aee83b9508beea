import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import type { WireMoney } from "#kit/money.ts"
import { defineTemplate, samplesOf } from "../template.ts"

const total: WireMoney = { minor: "16500", currency: "KRW" }
const data = z.object({
  name: z.string(),
  kind: z.enum(["invoice", "credit_note"]),
  number: z.string(),
  issuedOn: z.iso.date(),
  total: moneyShape,
  url: z.url(),
})

/** A paper that was sent before, or should have been: staff send it once more. */
export const paperCopy = defineTemplate({
  name: "paper-copy",
  class: "transactional",
  kind: "billing",
  title: { en: "Invoice or credit note, sent again", ko: "거래명세서 재발송" },
  when: {
    en: "Staff mail an invoice or a credit note again; it is attached",
    ko: "담당자가 거래명세서 또는 취소 거래명세서를 다시 보낼 때 첨부하여 발송",
  },
  data,
  secrets: [],
  samples: samplesOf<z.infer<typeof data>>(
    {
      en: {
        name: "Alex Morgan",
        kind: "invoice",
        number: "INV-2026-000042",
        issuedOn: "2026-04-02",
        total,
        url: "https://shop.example/portal/invoices/inv_sample",
      },
      ko: {
        name: "김민아",
        kind: "invoice",
        number: "INV-2026-000042",
        issuedOn: "2026-04-02",
        total,
        url: "https://shop.example/ko/portal/invoices/inv_sample",
      },
    },
    [{}, { kind: "credit_note", number: "CN-2026-000007" }],
  ),
  words: {
    en: {
      subject: "{% if kind == 'invoice' %}Invoice{% else %}Credit note{% endif %} {{ number }}, sent again",
      text: `Hello {{ name }},

Here is {% if kind == 'invoice' %}invoice{% else %}credit note{% endif %} {{ number }} of {{ issuedOn | day }} for {{ total | money }} once more. It is attached.

{{ url }}
`,
      html: `<p>Hello {{ name }},</p>
<p>Here is {% if kind == 'invoice' %}invoice{% else %}credit note{% endif %} {{ number }} of {{ issuedOn | day }} for <strong>{{ total | money }}</strong> once more. It is attached.</p>
<p><a class="button" href="{{ url }}">View the invoice</a></p>`,
    },
    ko: {
      subject: "{% if kind == 'invoice' %}거래명세서{% else %}취소 거래명세서{% endif %} {{ number }} 재발송",
      text: `{{ name }} 님, 안녕하세요.

{{ issuedOn | day }}에 발행된 {{ total | money }} {% if kind == 'invoice' %}거래명세서{% else %}취소 거래명세서{% endif %}({{ number }})를 첨부하여 다시 보내드립니다.

{{ url }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>{{ issuedOn | day }}에 발행된 <strong>{{ total | money }}</strong> {% if kind == 'invoice' %}거래명세서{% else %}취소 거래명세서{% endif %}({{ number }})를 첨부하여 다시 보내드립니다.</p>
<p><a class="button" href="{{ url }}">거래명세서 보기</a></p>`,
    },
  },
})
