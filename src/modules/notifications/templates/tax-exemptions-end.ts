import { z } from "zod"
import { defineTemplate } from "../template.ts"

const certificate = (place: string, isOver: boolean) => ({
  number: "EX-2041",
  place,
  lastDay: "2026-04-30",
  chargedFrom: "2026-05-01",
  isOver,
})

export const taxExemptionsEnd = defineTemplate({
  name: "tax-exemptions-end",
  class: "transactional",
  kind: "billing",
  title: { en: "Exemption certificate expires", ko: "면세 증명서 만료 안내" },
  when: {
    en: "Thirty days before a customer's exemption certificate ends, and when it has ended; one e-mail a day for all",
    ko: "고객의 면세 증명서가 만료되기 30일 전과 만료된 뒤, 하루 한 번 모아서 안내할 때",
  },
  data: z.object({
    name: z.string(),
    entries: z
      .array(
        z.object({
          number: z.string(),
          /** Whose tax it takes away. */
          place: z.string(),
          lastDay: z.iso.date(),
          /** The day after: from then on that tax is charged. */
          chargedFrom: z.iso.date(),
          isOver: z.boolean(),
        }),
      )
      .min(1)
      .max(2_000),
    url: z.url(),
  }),
  secrets: [],
  samples: {
    en: [
      {
        name: "Alex Morgan",
        entries: [certificate("United States (TX)", false)],
        url: "https://shop.example/portal/profile",
      },
      {
        name: "Alex Morgan",
        entries: [certificate("France", true)],
        url: "https://shop.example/portal/profile",
      },
    ],
    ko: [
      {
        name: "김민아",
        entries: [certificate("미국 (TX)", false)],
        url: "https://shop.example/ko/portal/profile",
      },
      {
        name: "김민아",
        entries: [certificate("프랑스", true)],
        url: "https://shop.example/ko/portal/profile",
      },
    ],
  },
  words: {
    en: {
      subject:
        "{% assign first = entries | first %}{% if first.isOver %}Your exemption certificate {{ first.number }} has ended{% else %}Your exemption certificate {{ first.number }} ends on {{ first.lastDay | day }}{% endif %}{% if entries.size > 1 %} and more{% endif %}",
      text: `Hello {{ name }},

You are not charged tax while your exemption certificate is valid.
{% for one in entries %}
- {% if one.isOver %}Certificate {{ one.number }} ({{ one.place }}) ended on {{ one.lastDay | day }}. Since {{ one.chargedFrom | day }} your invoices include the tax of {{ one.place }} again.{% else %}Certificate {{ one.number }} ({{ one.place }}) ends on {{ one.lastDay | day }}. From {{ one.chargedFrom | day }} on your invoices include the tax of {{ one.place }} again.{% endif %}
{% endfor %}
What to do: if you have a new certificate, reply to this e-mail with it attached. No tax is charged from its first day. Without one, there is nothing to do. Existing invoices stay as they are.

You can see your certificates in your billing profile:
{{ url }}
`,
      html: `<p>Hello {{ name }},</p>
<p>You are not charged tax while your exemption certificate is valid.</p>
<ul>{% for one in entries %}<li>{% if one.isOver %}Certificate {{ one.number }} ({{ one.place }}) ended on {{ one.lastDay | day }}. Since {{ one.chargedFrom | day }} your invoices include the tax of {{ one.place }} again.{% else %}Certificate {{ one.number }} ({{ one.place }}) ends on {{ one.lastDay | day }}. From {{ one.chargedFrom | day }} on your invoices include the tax of {{ one.place }} again.{% endif %}</li>{% endfor %}</ul>
<p><strong>What to do:</strong> if you have a new certificate, reply to this e-mail with it attached. No tax is charged from its first day. Without one, there is nothing to do. Existing invoices stay as they are.</p>
<p><a class="button" href="{{ url }}">Billing profile</a></p>`,
    },
    ko: {
      subject:
        "{% assign first = entries | first %}{% if first.isOver %}면세 증명서({{ first.number }})가 만료되었습니다{% else %}면세 증명서({{ first.number }})가 {{ first.lastDay | day }}에 만료됩니다{% endif %}{% if entries.size > 1 %} 외{% endif %}",
      text: `{{ name }} 님, 안녕하세요.

면세 증명서의 유효기간에는 해당 지역의 세금이 부과되지 않습니다. 유효기간을 안내해 드립니다.
{% for one in entries %}
- {% if one.isOver %}면세 증명서 {{ one.number }} ({{ one.place }}): {{ one.lastDay | day }}에 유효기간이 끝났으며, {{ one.chargedFrom | day }}부터 거래명세서에 해당 지역의 세금이 다시 부과됩니다.{% else %}면세 증명서 {{ one.number }} ({{ one.place }}): {{ one.lastDay | day }}에 유효기간이 끝나며, {{ one.chargedFrom | day }}부터 거래명세서에 해당 지역의 세금이 다시 부과됩니다.{% endif %}
{% endfor %}
조치 방법: 새 증명서가 있으면 이 메일에 회신하여 보내 주세요. 등록되면 새 증명서의 시작일부터 세금이 부과되지 않습니다. 새 증명서가 없으면 따로 하실 일은 없습니다. 이미 발행된 거래명세서는 바뀌지 않습니다.

등록된 증명서는 청구 정보에서 확인하실 수 있습니다.
{{ url }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>면세 증명서의 유효기간에는 해당 지역의 세금이 부과되지 않습니다. 유효기간을 안내해 드립니다.</p>
<ul>{% for one in entries %}<li>{% if one.isOver %}면세 증명서 {{ one.number }} ({{ one.place }}): {{ one.lastDay | day }}에 유효기간이 끝났으며, {{ one.chargedFrom | day }}부터 거래명세서에 해당 지역의 세금이 다시 부과됩니다.{% else %}면세 증명서 {{ one.number }} ({{ one.place }}): {{ one.lastDay | day }}에 유효기간이 끝나며, {{ one.chargedFrom | day }}부터 거래명세서에 해당 지역의 세금이 다시 부과됩니다.{% endif %}</li>{% endfor %}</ul>
<p><strong>조치 방법:</strong> 새 증명서가 있으면 이 메일에 회신하여 보내 주세요. 등록되면 새 증명서의 시작일부터 세금이 부과되지 않습니다. 새 증명서가 없으면 따로 하실 일은 없습니다. 이미 발행된 거래명세서는 바뀌지 않습니다.</p>
<p><a class="button" href="{{ url }}">청구 정보</a></p>`,
    },
  },
})
