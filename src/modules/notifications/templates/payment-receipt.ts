import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate, samplesOf } from "../template.ts"

/** Goes out with the invoice attached. */
export const paymentReceipt = defineTemplate({
  name: "payment-receipt",
  class: "transactional",
  kind: "billing",
  title: { en: "Payment received", ko: "결제 완료" },
  when: {
    en: "A payment has arrived; the invoice is attached",
    ko: "결제가 완료되었을 때 거래명세서와 함께 발송",
  },
  data: z.object({
    name: z.string(),
    invoiceNumber: z.string(),
    issuedOn: z.iso.date(),
    net: moneyShape,
    tax: moneyShape,
    total: moneyShape,
    invoiceUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      invoiceNumber: "2026-00042",
      issuedOn: "2026-03-02",
      net: { minor: "15000", currency: "KRW" },
      tax: { minor: "1500", currency: "KRW" },
      total: { minor: "16500", currency: "KRW" },
      invoiceUrl: "https://shop.example/portal/invoices/inv_sample",
    },
    ko: {
      name: "김민아",
      invoiceNumber: "2026-00042",
      issuedOn: "2026-03-02",
      net: { minor: "15000", currency: "KRW" },
      tax: { minor: "1500", currency: "KRW" },
      total: { minor: "16500", currency: "KRW" },
      invoiceUrl: "https://shop.example/ko/portal/invoices/inv_sample",
    },
  }),
  words: {
    en: {
      subject: "Payment received: invoice {{ invoiceNumber }}",
      text: `Hello {{ name }},

We have received your payment of {{ total | money }}. Thank you.

Invoice: {{ invoiceNumber }}
Date: {{ issuedOn | day }}
Net: {{ net | money }}
Tax: {{ tax | money }}
Total: {{ total | money }}

The invoice is attached. You can also find it here:
{{ invoiceUrl }}
`,
      html: `<p>Hello {{ name }},</p>
<p>We have received your payment of {{ total | money }}. Thank you.</p>
<table><tr><td>Invoice</td><td class="amount">{{ invoiceNumber }}</td></tr>
<tr><td>Date</td><td class="amount">{{ issuedOn | day }}</td></tr>
<tr><td>Net</td><td class="amount">{{ net | money }}</td></tr>
<tr><td>Tax</td><td class="amount">{{ tax | money }}</td></tr>
<tr class="total"><td>Total</td><td class="amount">{{ total | money }}</td></tr></table>
<p>The invoice is attached.</p>
<p><a class="button" href="{{ invoiceUrl }}">View the invoice</a></p>`,
    },
    ko: {
      subject: "결제가 완료되었습니다 ({{ invoiceNumber }})",
      text: `{{ name }} 님, 안녕하세요.

{{ total | money }} 결제가 완료되었습니다. 이용해 주셔서 감사합니다.

거래명세서 번호: {{ invoiceNumber }}
발행일: {{ issuedOn | day }}
공급가액: {{ net | money }}
부가세: {{ tax | money }}
합계: {{ total | money }}

거래명세서를 첨부해 드립니다. 아래 주소에서도 확인하실 수 있습니다.
{{ invoiceUrl }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>{{ total | money }} 결제가 완료되었습니다. 이용해 주셔서 감사합니다.</p>
<table><tr><td>거래명세서 번호</td><td class="amount">{{ invoiceNumber }}</td></tr>
<tr><td>발행일</td><td class="amount">{{ issuedOn | day }}</td></tr>
<tr><td>공급가액</td><td class="amount">{{ net | money }}</td></tr>
<tr><td>부가세</td><td class="amount">{{ tax | money }}</td></tr>
<tr class="total"><td>합계</td><td class="amount">{{ total | money }}</td></tr></table>
<p>거래명세서를 첨부해 드립니다.</p>
<p><a class="button" href="{{ invoiceUrl }}">거래명세서 보기</a></p>`,
    },
  },
})
