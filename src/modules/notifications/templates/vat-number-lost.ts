import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"

export const vatNumberLost = defineTemplate({
  name: "vat-number-lost",
  class: "transactional",
  kind: "billing",
  title: { en: "VAT number no longer confirmed", ko: "VAT 번호 확인 불가" },
  when: {
    en: "VIES no longer confirms a business customer's VAT number, so that tax is charged from now on",
    ko: "사업자 고객의 VAT 번호가 VIES에서 더 이상 확인되지 않아 세금이 부과될 때",
  },
  data: z.object({
    name: z.string(),
    number: z.string(),
    /** Whose tax is charged from now on. */
    place: z.string(),
    askedOn: z.iso.date(),
    url: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      number: "FR40303265045",
      place: "France",
      askedOn: "2026-04-01",
      url: "https://shop.example/portal/profile",
    },
    ko: {
      name: "김민아",
      number: "FR40303265045",
      place: "프랑스",
      askedOn: "2026-04-01",
      url: "https://shop.example/ko/portal/profile",
    },
  }),
  words: {
    en: {
      subject: "Your VAT number {{ number }} is no longer confirmed",
      text: `Hello {{ name }},

On {{ askedOn | day }} VIES, the EU's VAT number check, reported that {{ number }} is no longer valid. It was valid before.

What it means: your next invoices include the VAT of {{ place }} until the number is confirmed again. Existing invoices stay as they are.

What to do: check the number in your billing profile, and ask your tax office whether it is activated for trade within the EU. Once that is settled, press "Ask again" there, and no VAT is charged from then on:
{{ url }}
`,
      html: `<p>Hello {{ name }},</p>
<p>On {{ askedOn | day }} VIES, the EU's check of VAT numbers, told us that <strong>{{ number }}</strong> is not valid any more. It was valid before.</p>
<p><strong>What it means:</strong> your next invoices include the VAT of {{ place }} until the number is confirmed again. Existing invoices stay as they are.</p>
<p><strong>What to do:</strong> check the number in your billing profile, and ask your tax office whether it is activated for trade within the EU. Once that is settled, press “Ask again” there, and no VAT is charged from then on.</p>
<p><a class="button" href="{{ url }}">Billing profile</a></p>`,
    },
    ko: {
      subject: "VAT 번호({{ number }})가 더 이상 확인되지 않습니다",
      text: `{{ name }} 님, 안녕하세요.

{{ askedOn | day }}에 EU의 VAT 번호 조회 서비스(VIES)에서 고객님의 VAT 번호({{ number }})가 더 이상 유효하지 않다는 결과를 받았습니다. 이전에는 유효한 번호였습니다.

달라지는 점: 번호가 다시 확인될 때까지 앞으로의 거래명세서에 해당 지역({{ place }})의 부가가치세가 부과됩니다. 이미 발행된 거래명세서는 바뀌지 않습니다.

조치 방법: 청구 정보의 번호가 맞는지, EU 역내 거래용으로 등록되어 있는지 관할 세무서에 확인해 주세요. 바로잡은 뒤 청구 정보에서 '다시 조회하기'를 누르시면, 확인된 때부터 부가가치세가 부과되지 않습니다.
{{ url }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>{{ askedOn | day }}에 EU의 VAT 번호 조회 서비스(VIES)에서 고객님의 VAT 번호(<strong>{{ number }}</strong>)가 더 이상 유효하지 않다는 결과를 받았습니다. 이전에는 유효한 번호였습니다.</p>
<p><strong>달라지는 점:</strong> 번호가 다시 확인될 때까지 앞으로의 거래명세서에 해당 지역({{ place }})의 부가가치세가 부과됩니다. 이미 발행된 거래명세서는 바뀌지 않습니다.</p>
<p><strong>조치 방법:</strong> 청구 정보의 번호가 맞는지, EU 역내 거래용으로 등록되어 있는지 관할 세무서에 확인해 주세요. 바로잡은 뒤 청구 정보에서 ‘다시 조회하기’를 누르시면, 확인된 때부터 부가가치세가 부과되지 않습니다.</p>
<p><a class="button" href="{{ url }}">청구 정보</a></p>`,
    },
  },
})
