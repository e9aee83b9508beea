import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import type { WireMoney } from "#kit/money.ts"
import { defineTemplate, samplesOf } from "../template.ts"

const total: WireMoney = { minor: "16500", currency: "KRW" }

/** For customers on terms: the invoice comes first, and is attached. */
export const invoiceSent = defineTemplate({
  name: "invoice-sent",
  class: "transactional",
  kind: "billing",
  title: { en: "Invoice on terms", ko: "후불 거래명세서 발송" },
  when: {
    en: "An invoice was issued to a customer with payment terms; it is attached",
    ko: "후불 고객에게 거래명세서가 발행되었을 때 첨부하여 발송",
  },
  data: z.object({
    name: z.string(),
    invoiceNumber: z.string(),
    total: moneyShape,
    dueOn: z.iso.date(),
    invoiceUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      invoiceNumber: "INV-2026-000042",
      total,
      dueOn: "2026-04-30",
      invoiceUrl: "https://shop.example/portal/invoices/inv_sample",
    },
    ko: {
      name: "김민아",
      invoiceNumber: "INV-2026-000042",
      total,
      dueOn: "2026-04-30",
      invoiceUrl: "https://shop.example/ko/portal/invoices/inv_sample",
    },
  }),
  words: {
    en: {
      subject: "Invoice {{ invoiceNumber }}, due on {{ dueOn | day }}",
      text: `Hello {{ name }},

Your invoice {{ invoiceNumber }} of {{ total | money }} is attached. Please pay it by {{ dueOn | day }}.

See it and pay here:
{{ invoiceUrl }}
`,
      html: `<p>Hello {{ name }},</p>
<p>Your invoice {{ invoiceNumber }} of <strong>{{ total | money }}</strong> is attached. Please pay it by {{ dueOn | day }}.</p>
<p><a class="button" href="{{ invoiceUrl }}">See it and pay</a></p>`,
    },
    ko: {
      subject: "거래명세서 {{ invoiceNumber }} (결제 기한 {{ dueOn | day }})",
      text: `{{ name }} 님, 안녕하세요.

{{ total | money }} 거래명세서({{ invoiceNumber }})를 첨부하여 보내드립니다. {{ dueOn | day }}까지 결제해 주시기 바랍니다.

아래 주소에서 확인하고 결제하실 수 있습니다.
{{ invoiceUrl }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p><strong>{{ total | money }}</strong> 거래명세서({{ invoiceNumber }})를 첨부하여 보내드립니다. {{ dueOn | day }}까지 결제해 주시기 바랍니다.</p>
<p><a class="button" href="{{ invoiceUrl }}">확인 및 결제하기</a></p>`,
    },
  },
})
