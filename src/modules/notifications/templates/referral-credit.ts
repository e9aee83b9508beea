import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate, samplesOf } from "../template.ts"

const amount = { minor: "5000", currency: "KRW" } as const

export const referralCredit = defineTemplate({
  name: "referral-credit",
  class: "transactional",
  kind: "billing",
  title: { en: "Referral credit", ko: "추천 적립금 지급" },
  when: {
    en: "The first payment of a referred customer has stood long enough; sent to both sides",
    ko: "추천받은 고객의 첫 결제가 정해진 기간 동안 유지되어 양쪽에 적립금을 지급할 때",
  },
  data: z.object({
    name: z.string(),
    amount: moneyShape,
    /** Of the two the one who recommended the shop. */
    isReferrer: z.boolean(),
    url: z.url(),
  }),
  secrets: [],
  samples: samplesOf<{ name: string; amount: z.infer<typeof moneyShape>; isReferrer: boolean; url: string }>(
    {
      en: { name: "Alex Morgan", amount, isReferrer: true, url: "https://shop.example/portal/credit" },
      ko: { name: "김민아", amount, isReferrer: true, url: "https://shop.example/ko/portal/credit" },
    },
    [{}, { isReferrer: false }],
  ),
  words: {
    en: {
      subject:
        "{% if isReferrer %}{{ amount | money }} of credit for your referral{% else %}{{ amount | money }} of welcome credit{% endif %}",
      text: `Hello {{ name }},

{% if isReferrer %}Somebody you referred has become a customer. Thank you! You have received {{ amount | money }} of credit.{% else %}You signed up through a referral and have received {{ amount | money }} of credit.{% endif %}

It is used automatically for your next payment and can't be paid out. Your credit and its history:
{{ url }}
`,
      html: `<p>Hello {{ name }},</p>
<p>{% if isReferrer %}Somebody you recommended us to has become a customer. Thank you: <strong>{{ amount | money }}</strong> of credit is yours.{% else %}You came to us by a recommendation. <strong>{{ amount | money }}</strong> of credit is yours.{% endif %}</p>
<p>It is used automatically for your next payment; it can't be paid out.</p>
<p><a class="button" href="{{ url }}">Your credit</a></p>`,
    },
    ko: {
      subject: "추천 적립금 {{ amount | money }}이 지급되었습니다",
      text: `{{ name }} 님, 안녕하세요.

{% if isReferrer %}추천해 주신 분이 고객이 되었습니다. 감사의 뜻으로 적립금 {{ amount | money }}을 드립니다.{% else %}추천을 통해 가입해 주셔서 감사합니다. 적립금 {{ amount | money }}을 드립니다.{% endif %}

적립금은 다음 결제에 자동으로 사용되며, 현금으로 환급되지 않습니다. 적립금 내역은 아래에서 확인하실 수 있습니다.
{{ url }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>{% if isReferrer %}추천해 주신 분이 고객이 되었습니다. 감사의 뜻으로 적립금 <strong>{{ amount | money }}</strong>을 드립니다.{% else %}추천을 통해 가입해 주셔서 감사합니다. 적립금 <strong>{{ amount | money }}</strong>을 드립니다.{% endif %}</p>
<p>적립금은 다음 결제에 자동으로 사용되며, 현금으로 환급되지 않습니다.</p>
<p><a class="button" href="{{ url }}">적립금 내역</a></p>`,
    },
  },
})
