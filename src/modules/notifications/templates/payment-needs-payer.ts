import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate, samplesOf } from "../template.ts"

/** A saved card was charged while nobody was there, and its bank wants to see its holder. */
export const paymentNeedsPayer = defineTemplate({
  name: "payment-needs-payer",
  class: "transactional",
  kind: "billing",
  title: { en: "Payment confirmation needed", ko: "본인 인증이 필요한 결제" },
  when: {
    en: "A saved card was charged and its bank asks the holder to confirm",
    ko: "등록한 카드의 자동결제에 본인 인증이 필요할 때",
  },
  data: z.object({
    name: z.string(),
    reference: z.string(),
    total: moneyShape,
    payUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      reference: "PR-2026-00042",
      total: { minor: "16500", currency: "KRW" },
      payUrl: "https://shop.example/portal/invoices",
    },
    ko: {
      name: "김민아",
      reference: "PR-2026-00042",
      total: { minor: "16500", currency: "KRW" },
      payUrl: "https://shop.example/ko/portal/invoices",
    },
  }),
  words: {
    en: {
      subject: "Please confirm your payment ({{ reference }})",
      text: `Hello {{ name }},

We wanted to charge {{ total | money }} to your saved card for {{ reference }}. Your bank wants you to confirm this payment yourself, so nothing has been charged.

Please pay and complete the confirmation here:
{{ payUrl }}

If you choose to keep the card there, we will charge it again next time.
`,
      html: `<p>Hello {{ name }},</p>
<p>We wanted to charge {{ total | money }} to your saved card for {{ reference }}. Your bank wants you to confirm this payment yourself, so nothing has been charged.</p>
<p>Please pay and complete the confirmation here:</p>
<p><a class="button" href="{{ payUrl }}">Pay and confirm</a></p>
<p>If you choose to keep the card there, we will charge it again next time.</p>`,
    },
    ko: {
      subject: "본인 인증이 필요한 결제가 있습니다 ({{ reference }})",
      text: `{{ name }} 님, 안녕하세요.

{{ reference }} 청구 금액 {{ total | money }}을 등록하신 카드로 결제하려 했으나, 카드사에서 본인 인증을 요구하여 결제되지 않았습니다. 청구된 금액은 없습니다.

아래 링크에서 직접 결제하시고 본인 인증을 마쳐 주세요.
{{ payUrl }}

결제하실 때 카드 등록에 동의하시면 다음 결제일에 다시 자동결제를 시도합니다.
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>{{ reference }} 청구 금액 {{ total | money }}을 등록하신 카드로 결제하려 했으나, 카드사에서 본인 인증을 요구하여 결제되지 않았습니다. 청구된 금액은 없습니다.</p>
<p>아래 링크에서 직접 결제하시고 본인 인증을 마쳐 주세요.</p>
<p><a class="button" href="{{ payUrl }}">결제하기</a></p>
<p>결제하실 때 카드 등록에 동의하시면 다음 결제일에 다시 자동결제를 시도합니다.</p>`,
    },
  },
})
