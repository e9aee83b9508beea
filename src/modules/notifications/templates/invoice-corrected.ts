import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate, samplesOf } from "../template.ts"

const data = z.object({
  name: z.string(),
  /** The invoice that was credited, the credit note, and the invoice that replaces it. */
  replaced: z.string(),
  creditNote: z.string(),
  number: z.string(),
  tax: moneyShape,
  total: moneyShape,
  /** By when it is to be paid, where nobody has paid it yet. */
  dueOn: z.iso.date().nullable(),
  /** What was paid too much: sent back, and given as credit. */
  money: moneyShape.nullable(),
  credit: moneyShape.nullable(),
  url: z.url(),
})

const eur = (minor: string) => ({ minor, currency: "EUR" as const })
const sample = {
  replaced: "INV-2026-00042",
  creditNote: "CN-2026-00007",
  number: "INV-2026-00057",
  tax: eur("0"),
  total: eur("2000"),
  dueOn: null,
  money: eur("380"),
  credit: null,
}

/** Goes out with the credit note and the new invoice attached. */
export const invoiceCorrected = defineTemplate({
  name: "invoice-corrected",
  class: "transactional",
  kind: "billing",
  title: { en: "Invoice corrected", ko: "거래명세서 정정" },
  when: {
    en: "The tax of an invoice was corrected; the credit note and the new invoice are attached",
    ko: "거래명세서의 세금이 정정되었을 때 취소 및 재발행 문서와 함께 발송",
  },
  data,
  secrets: [],
  samples: samplesOf<z.infer<typeof data>>(
    {
      en: { ...sample, name: "Alex Morgan", url: "https://shop.example/portal/invoices/inv_sample" },
      ko: { ...sample, name: "김민아", url: "https://shop.example/ko/portal/invoices/inv_sample" },
    },
    [{}, { money: null }, { money: null, credit: eur("380") }, { money: null, dueOn: "2026-12-27" }],
  ),
  words: {
    en: {
      subject: "Your invoice {{ replaced }} was corrected: {{ number }}",
      text: `Hello {{ name }},

The tax of your invoice {{ replaced }} has been corrected. Credit note {{ creditNote }} cancels that invoice in full, and invoice {{ number }} replaces it{% if dueOn %}. Please pay only that one, by {{ dueOn | day }}.{% else %}, paid by the same payment. You don't have to do anything.{% endif %}

Tax: {{ tax | money }}
Total: {{ total | money }}
{% if money %}
{{ money | money }} that you overpaid is refunded to your original payment method.
{% endif %}{% if credit %}
{{ credit | money }} that you overpaid is added to your account credit.
{% endif %}
Please book the attached credit note and invoice. You also find them here:
{{ url }}
`,
      html: `<p>Hello {{ name }},</p>
<p>The tax of your invoice {{ replaced }} has been corrected. Credit note <strong>{{ creditNote }}</strong> cancels that invoice in full, and invoice <strong>{{ number }}</strong> replaces it{% if dueOn %}. Please pay only that one, by <strong>{{ dueOn | day }}</strong>.{% else %}, paid by the same payment. You don't have to do anything.{% endif %}</p>
<table><tr><td>Tax</td><td class="amount">{{ tax | money }}</td></tr>
<tr class="total"><td>Total</td><td class="amount">{{ total | money }}</td></tr></table>
{% if money %}<p>{{ money | money }} that you overpaid is refunded to your original payment method.</p>{% endif %}
{% if credit %}<p>{{ credit | money }} that you overpaid is added to your account credit.</p>{% endif %}
<p>Please book the attached credit note and invoice.</p>
<p><a class="button" href="{{ url }}">View the invoice</a></p>`,
    },
    ko: {
      subject: "거래명세서가 정정되었습니다 ({{ replaced }} → {{ number }})",
      text: `{{ name }} 님, 안녕하세요.

거래명세서 {{ replaced }}의 세금을 정정하였습니다. 기존 문서는 취소 거래명세서 {{ creditNote }}에 따라 전액 취소되었고, {% if dueOn %}새 거래명세서({{ number }})를 발행해 드렸습니다. {{ dueOn | day }}까지 새 거래명세서의 금액만 결제해 주시기 바랍니다.{% else %}같은 결제로 새 거래명세서({{ number }})를 발행해 드렸습니다. 따로 하실 일은 없습니다.{% endif %}

세금: {{ tax | money }}
합계: {{ total | money }}
{% if money %}
더 결제하신 {{ money | money }}은 결제하신 수단으로 환불됩니다.
{% endif %}{% if credit %}
더 결제하신 {{ credit | money }}은 예치금으로 적립되었습니다.
{% endif %}
첨부된 취소 거래명세서와 새 거래명세서를 사용해 주세요. 아래 주소에서도 확인하실 수 있습니다.
{{ url }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>거래명세서 {{ replaced }}의 세금을 정정하였습니다. 기존 문서는 취소 거래명세서 <strong>{{ creditNote }}</strong>에 따라 전액 취소되었고, {% if dueOn %}새 거래명세서(<strong>{{ number }}</strong>)를 발행해 드렸습니다. <strong>{{ dueOn | day }}</strong>까지 새 거래명세서의 금액만 결제해 주시기 바랍니다.{% else %}같은 결제로 새 거래명세서(<strong>{{ number }}</strong>)를 발행해 드렸습니다. 따로 하실 일은 없습니다.{% endif %}</p>
<table><tr><td>세금</td><td class="amount">{{ tax | money }}</td></tr>
<tr class="total"><td>합계</td><td class="amount">{{ total | money }}</td></tr></table>
{% if money %}<p>더 결제하신 {{ money | money }}은 결제하신 수단으로 환불됩니다.</p>{% endif %}
{% if credit %}<p>더 결제하신 {{ credit | money }}은 예치금으로 적립되었습니다.</p>{% endif %}
<p>첨부된 취소 거래명세서와 새 거래명세서를 사용해 주세요.</p>
<p><a class="button" href="{{ url }}">거래명세서 보기</a></p>`,
    },
  },
})
