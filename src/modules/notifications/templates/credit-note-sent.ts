import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import type { WireMoney } from "#kit/money.ts"
import { defineTemplate, samplesOf } from "../template.ts"

const total: WireMoney = { minor: "5500", currency: "KRW" }
const data = z.object({
  name: z.string(),
  number: z.string(),
  invoiceNumber: z.string(),
  total: moneyShape,
  /** The amount is on its way to its payer. */
  isSentBack: z.boolean(),
  /** It will be: a gateway or a bank has been asked to. */
  isComingBack: z.boolean(),
  url: z.url(),
})

/** What was taken back of an invoice, with the paper. */
export const creditNoteSent = defineTemplate({
  name: "credit-note-sent",
  class: "transactional",
  kind: "billing",
  title: { en: "Credit note", ko: "취소 거래명세서 발송" },
  when: {
    en: "Staff issued a credit note, a payment was refunded at the payment service, or a credit note is sent again; it is attached",
    ko: "직원이 취소 거래명세서를 발행했거나, 결제대행사에서 환불되었거나, 취소 거래명세서를 다시 보낼 때 첨부하여 발송",
  },
  data,
  secrets: [],
  samples: samplesOf<z.infer<typeof data>>(
    {
      en: {
        name: "Alex Morgan",
        number: "CN-2026-000007",
        invoiceNumber: "INV-2026-000042",
        total,
        isSentBack: true,
        isComingBack: false,
        url: "https://shop.example/portal/invoices/inv_sample",
      },
      ko: {
        name: "김민아",
        number: "CN-2026-000007",
        invoiceNumber: "INV-2026-000042",
        total,
        isSentBack: true,
        isComingBack: false,
        url: "https://shop.example/ko/portal/invoices/inv_sample",
      },
    },
    [{}, { isSentBack: false, isComingBack: true }, { isSentBack: false }],
  ),
  words: {
    en: {
      subject: "Credit note {{ number }} for invoice {{ invoiceNumber }}",
      text: `Hello {{ name }},

Credit note {{ number }} of {{ total | money }} for your invoice {{ invoiceNumber }} is attached.{% if isSentBack %} The amount has been refunded to your original payment method. How long that takes depends on your bank or card company.{% endif %}{% if isComingBack %} The amount will be refunded the way you paid it.{% endif %}

{{ url }}
`,
      html: `<p>Hello {{ name }},</p>
<p>Credit note {{ number }} of <strong>{{ total | money }}</strong> for your invoice {{ invoiceNumber }} is attached.{% if isSentBack %} The amount has been refunded to your original payment method. How long that takes depends on your bank or card company.{% endif %}{% if isComingBack %} The amount will be refunded the way you paid it.{% endif %}</p>
<p><a class="button" href="{{ url }}">View the invoice</a></p>`,
    },
    ko: {
      subject: "취소 거래명세서 {{ number }} (거래명세서 {{ invoiceNumber }})",
      text: `{{ name }} 님, 안녕하세요.

거래명세서 {{ invoiceNumber }}에 대한 {{ total | money }} 취소 거래명세서({{ number }})를 첨부하여 보내드립니다.{% if isSentBack %} 해당 금액은 결제하신 수단으로 환불되었습니다. 실제 입금일은 카드사 또는 은행에 따라 다릅니다.{% endif %}{% if isComingBack %} 해당 금액은 결제하신 방법으로 환불해 드립니다.{% endif %}

{{ url }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>거래명세서 {{ invoiceNumber }}에 대한 <strong>{{ total | money }}</strong> 취소 거래명세서({{ number }})를 첨부하여 보내드립니다.{% if isSentBack %} 해당 금액은 결제하신 수단으로 환불되었습니다. 실제 입금일은 카드사 또는 은행에 따라 다릅니다.{% endif %}{% if isComingBack %} 해당 금액은 결제하신 방법으로 환불해 드립니다.{% endif %}</p>
<p><a class="button" href="{{ url }}">거래명세서 보기</a></p>`,
    },
  },
})
