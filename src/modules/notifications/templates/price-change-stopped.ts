import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate, samplesOf } from "../template.ts"

const entry = (words: string) => ({ words, price: { minor: "11000", currency: "KRW" as const } })

export const priceChangeStopped = defineTemplate({
  name: "price-change-stopped",
  class: "transactional",
  kind: "billing",
  title: { en: "Price change cancelled", ko: "요금 변경 취소" },
  when: {
    en: "An announced price change does not happen",
    ko: "안내한 요금 변경이 취소되었을 때",
  },
  data: z.object({
    name: z.string(),
    entries: z.array(z.object({ words: z.string(), price: moneyShape })).max(200),
    url: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      entries: [entry("VPS 2 GB"), entry("VPS 4 GB")],
      url: "https://shop.example/portal/subscriptions",
    },
    ko: {
      name: "김민아",
      entries: [entry("VPS 2GB"), entry("VPS 4GB")],
      url: "https://shop.example/ko/portal/subscriptions",
    },
  }),
  words: {
    en: {
      subject: "Your price stays as it is",
      text: `Hello {{ name }},

The price change we told you about is cancelled. Your prices stay as they are:
{% for one in entries %}
- {{ one.words }}: {{ one.price | money }}
{% endfor %}
There is nothing to do.
{{ url }}
`,
      html: `<p>Hello {{ name }},</p>
<p>The price change we told you about is cancelled. Your prices stay as they are:</p>
<table>{% for one in entries %}<tr><td>{{ one.words }}</td><td class="amount">{{ one.price | money }}</td></tr>{% endfor %}</table>
<p>There is nothing to do.</p>
<p><a class="button" href="{{ url }}">Your subscriptions</a></p>`,
    },
    ko: {
      subject: "요금이 그대로 유지됩니다",
      text: `{{ name }} 님, 안녕하세요.

안내해 드린 요금 변경이 취소되었습니다. 이용 중인 상품의 요금은 그대로 유지됩니다.
{% for one in entries %}
- {{ one.words }}: {{ one.price | money }}
{% endfor %}
따로 하실 일은 없습니다.
{{ url }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>안내해 드린 요금 변경이 취소되었습니다. 이용 중인 상품의 요금은 그대로 유지됩니다.</p>
<table>{% for one in entries %}<tr><td>{{ one.words }}</td><td class="amount">{{ one.price | money }}</td></tr>{% endfor %}</table>
<p>따로 하실 일은 없습니다.</p>
<p><a class="button" href="{{ url }}">이용 중인 상품</a></p>`,
    },
  },
})
