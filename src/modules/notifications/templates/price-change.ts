import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate, samplesOf } from "../template.ts"

const entry = (words: string, need: "consent" | "notice" | "none" = "consent", after = "13200") => ({
  words,
  before: { minor: "11000", currency: "KRW" as const },
  after: { minor: after, currency: "KRW" as const },
  firstOn: "2026-05-02",
  answerBy: "2026-05-01",
  need,
})

/** Another price for what somebody has: a notice that the law wants, with a question where it wants a consent. */
export const priceChangeMail = defineTemplate({
  name: "price-change",
  class: "transactional",
  kind: "billing",
  title: { en: "Price change", ko: "요금 변경 안내" },
  when: {
    en: "The price of a subscription is to change; one e-mail for all of a customer's",
    ko: "이용 중인 상품의 요금이 변경될 때(고객당 한 통)",
  },
  data: z.object({
    name: z.string(),
    entries: z
      .array(
        z.object({
          words: z.string(),
          before: moneyShape,
          after: moneyShape,
          firstOn: z.iso.date(),
          answerBy: z.iso.date(),
          need: z.enum(["consent", "notice", "none"]),
        }),
      )
      .max(200),
    /** At least one of them is asked about. */
    mustAgree: z.boolean(),
    /** Without an answer it ends on its last day; else it stays at its price. */
    endsOtherwise: z.boolean(),
    url: z.url(),
  }),
  secrets: [],
  samples: samplesOf(
    {
      en: {
        name: "Alex Morgan",
        entries: [entry("VPS 2 GB")],
        mustAgree: true,
        endsOtherwise: false,
        url: "https://shop.example/portal/price-changes",
      },
      ko: {
        name: "김민아",
        entries: [entry("VPS 2GB")],
        mustAgree: true,
        endsOtherwise: false,
        url: "https://shop.example/ko/portal/price-changes",
      },
    },
    [
      {},
      { endsOtherwise: true },
      { entries: [entry("VPS", "notice"), entry("VPS 4", "notice")], mustAgree: false },
      { entries: [entry("VPS", "none", "9900")], mustAgree: false },
    ],
  ),
  words: {
    en: {
      subject:
        "{% assign first = entries | first %}{% if mustAgree %}Please answer: new price for {{ first.words }}{% else %}New price from {{ first.firstOn | day }}: {{ first.words }}{% endif %}{% if entries.size > 1 %} and more{% endif %}",
      text: `Hello {{ name }},

We are changing the price of what you have with us.
{% for one in entries %}
- {{ one.words }}: {{ one.before | money }} until now, {{ one.after | money }} from {{ one.firstOn | day }}.
  {% if one.need == "consent" %}Please tell us by {{ one.answerBy | day }} whether you agree.{% elsif one.need == "notice" %}If that is fine, there is nothing to do. Otherwise you can cancel it free of charge until {{ one.answerBy | day }}.{% else %}The price goes down; there is nothing to do.{% endif %}
{% endfor %}{% if mustAgree %}
{% if endsOtherwise %}If you do not agree, you are not charged more: the service ends on its last day at the old price.{% else %}If you do not agree, you are not charged more: the service goes on at the old price.{% endif %}
{% endif %}
{% if mustAgree %}Read it and answer here:{% else %}Read it here:{% endif %}
{{ url }}
`,
      html: `<p>Hello {{ name }},</p>
<p>We are changing the price of what you have with us.</p>
<table>{% for one in entries %}<tr><td><strong>{{ one.words }}</strong><br>{{ one.before | money }} until now, from {{ one.firstOn | day }}:<br>{% if one.need == "consent" %}Please tell us by {{ one.answerBy | day }} whether you agree.{% elsif one.need == "notice" %}If that is fine, there is nothing to do. Otherwise you can cancel it free of charge until {{ one.answerBy | day }}.{% else %}The price goes down; there is nothing to do.{% endif %}</td><td class="amount">{{ one.after | money }}</td></tr>{% endfor %}</table>
{% if mustAgree %}<p>{% if endsOtherwise %}If you do not agree, you are not charged more: the service ends on its last day at the old price.{% else %}If you do not agree, you are not charged more: the service goes on at the old price.{% endif %}</p>{% endif %}
<p><a class="button" href="{{ url }}">{% if mustAgree %}Read and answer{% else %}Read it{% endif %}</a></p>`,
    },
    ko: {
      subject:
        "{% assign first = entries | first %}{% if mustAgree %}요금 변경 동의를 확인해 주세요: {{ first.words }}{% else %}{{ first.firstOn | day }}부터 요금이 변경됩니다: {{ first.words }}{% endif %}{% if entries.size > 1 %} 외{% endif %}",
      text: `{{ name }} 님, 안녕하세요.

이용 중인 상품의 요금 변경을 안내해 드립니다.
{% for one in entries %}
- {{ one.words }}: 현재 {{ one.before | money }}, {{ one.firstOn | day }}부터 {{ one.after | money }}
  {% if one.need == "consent" %}{{ one.answerBy | day }}까지 동의 여부를 선택해 주세요.{% elsif one.need == "notice" %}변경에 이의가 없으시면 따로 하실 일은 없습니다. 원하지 않으시면 {{ one.answerBy | day }}까지 위약금 없이 해지하실 수 있습니다.{% else %}요금이 인하되며, 따로 하실 일은 없습니다.{% endif %}
{% endfor %}{% if mustAgree %}
{% if endsOtherwise %}동의하지 않으시면 인상된 요금은 결제되지 않으며, 현재 요금으로 만료일까지 이용하신 뒤 종료됩니다.{% else %}동의하지 않으시면 인상된 요금은 결제되지 않으며, 현재 요금으로 계속 이용하실 수 있습니다.{% endif %}
{% endif %}
{% if mustAgree %}아래에서 내용을 확인하고 동의 여부를 선택해 주세요.{% else %}자세한 내용은 아래에서 확인하실 수 있습니다.{% endif %}
{{ url }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>이용 중인 상품의 요금 변경을 안내해 드립니다.</p>
<table>{% for one in entries %}<tr><td><strong>{{ one.words }}</strong><br>현재 {{ one.before | money }}, {{ one.firstOn | day }}부터 변경<br>{% if one.need == "consent" %}{{ one.answerBy | day }}까지 동의 여부를 선택해 주세요.{% elsif one.need == "notice" %}변경에 이의가 없으시면 따로 하실 일은 없습니다. 원하지 않으시면 {{ one.answerBy | day }}까지 위약금 없이 해지하실 수 있습니다.{% else %}요금이 인하되며, 따로 하실 일은 없습니다.{% endif %}</td><td class="amount">{{ one.after | money }}</td></tr>{% endfor %}</table>
{% if mustAgree %}<p>{% if endsOtherwise %}동의하지 않으시면 인상된 요금은 결제되지 않으며, 현재 요금으로 만료일까지 이용하신 뒤 종료됩니다.{% else %}동의하지 않으시면 인상된 요금은 결제되지 않으며, 현재 요금으로 계속 이용하실 수 있습니다.{% endif %}</p>{% endif %}
<p><a class="button" href="{{ url }}">{% if mustAgree %}확인하고 선택하기{% else %}자세히 보기{% endif %}</a></p>`,
    },
  },
})
