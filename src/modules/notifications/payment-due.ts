import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate } from "./template.ts"

/** Everything a customer is to know about money on one day, whatever the number of their services. */
export const paymentDue = defineTemplate({
  name: "payment-due",
  class: "transactional",
  data: z.object({
    name: z.string(),
    entries: z
      .array(
        z.object({
          kind: z.enum(["request", "reminder", "overdue", "suspended", "ended"]),
          words: z.string(),
          lastDay: z.string(),
          /** Below zero: so many days after. */
          daysLeft: z.number().int(),
          suspendOn: z.string(),
          deleteOn: z.string(),
          amount: moneyShape.nullable(),
        }),
      )
      .max(200),
    /** One a currency. */
    totals: z.array(moneyShape),
    payUrl: z.url(),
  }),
  words: {
    en: {
      subject:
        '{% assign first = entries | first %}{% if first.kind == "ended" %}{{ first.words }} has ended{% elsif first.kind == "suspended" %}{{ first.words }} has been suspended{% elsif first.kind == "overdue" %}Payment overdue: {{ first.words }}{% else %}Please extend by {{ first.lastDay }}: {{ first.words }}{% endif %}{% if entries.size > 1 %} and more{% endif %}',
      text: `Hello {{ name }},

this is where your services stand today.
{% for one in entries %}
- {{ one.words }}{% if one.amount %}: {{ one.amount | money }}{% endif %}
  {% if one.kind == "ended" %}It was not paid beyond {{ one.lastDay }} and has ended.{% elsif one.kind == "suspended" %}It was not paid beyond {{ one.lastDay }} and has been suspended. It runs again as soon as you pay. It will be deleted on {{ one.deleteOn }}.{% elsif one.kind == "overdue" %}Its last day was {{ one.lastDay }}. Without a payment it will be suspended on {{ one.suspendOn }}.{% else %}Its last day is {{ one.lastDay }}{% if one.daysLeft == 0 %}, today{% elsif one.daysLeft == 1 %}, one day left{% elsif one.daysLeft > 1 %}, {{ one.daysLeft }} days left{% endif %}.{% endif %}
{% endfor %}{% for total in totals %}
Total: {{ total | money }}
{% endfor %}
Pay here:
{{ payUrl }}

If you have paid in the meantime, there is nothing more for you to do.
`,
      html: `<p>Hello {{ name }},</p>
<p>this is where your services stand today.</p>
<table>{% for one in entries %}<tr><td><strong>{{ one.words }}</strong><br>{% if one.kind == "ended" %}It was not paid beyond {{ one.lastDay }} and has ended.{% elsif one.kind == "suspended" %}It was not paid beyond {{ one.lastDay }} and has been suspended. It runs again as soon as you pay. It will be deleted on {{ one.deleteOn }}.{% elsif one.kind == "overdue" %}Its last day was {{ one.lastDay }}. Without a payment it will be suspended on {{ one.suspendOn }}.{% else %}Its last day is {{ one.lastDay }}{% if one.daysLeft == 0 %}, today{% elsif one.daysLeft == 1 %}, one day left{% elsif one.daysLeft > 1 %}, {{ one.daysLeft }} days left{% endif %}.{% endif %}</td><td class="amount">{% if one.amount %}{{ one.amount | money }}{% endif %}</td></tr>{% endfor %}
{% for total in totals %}<tr class="total"><td>Total</td><td class="amount">{{ total | money }}</td></tr>{% endfor %}</table>
<p><a class="button" href="{{ payUrl }}">Pay</a></p>
<p>If you have paid in the meantime, there is nothing more for you to do.</p>`,
    },
    ko: {
      subject:
        '{% assign first = entries | first %}{% if first.kind == "ended" %}이용이 종료되었습니다: {{ first.words }}{% elsif first.kind == "suspended" %}이용이 정지되었습니다: {{ first.words }}{% elsif first.kind == "overdue" %}이용 기간이 만료되었습니다: {{ first.words }}{% else %}{{ first.lastDay }}까지 기간을 연장해 주세요: {{ first.words }}{% endif %}{% if entries.size > 1 %} 외{% endif %}',
      text: `{{ name }}님, 안녕하세요.

이용 중인 상품의 이용 기간을 안내해 드립니다.
{% for one in entries %}
- {{ one.words }}{% if one.amount %}: {{ one.amount | money }}{% endif %}
  {% if one.kind == "ended" %}만료일({{ one.lastDay }})까지 결제되지 않아 이용이 종료되었습니다.{% elsif one.kind == "suspended" %}만료일({{ one.lastDay }})까지 결제되지 않아 이용이 정지되었습니다. 결제하시면 바로 다시 이용하실 수 있습니다. 삭제 예정일은 {{ one.deleteOn }}입니다.{% elsif one.kind == "overdue" %}만료일은 {{ one.lastDay }}이었습니다. 결제하지 않으시면 {{ one.suspendOn }}에 이용이 정지됩니다.{% else %}만료일은 {{ one.lastDay }}입니다{% if one.daysLeft == 0 %} (오늘 만료){% elsif one.daysLeft > 0 %} ({{ one.daysLeft }}일 남음){% endif %}.{% endif %}
{% endfor %}{% for total in totals %}
합계: {{ total | money }}
{% endfor %}
아래 주소에서 결제하실 수 있습니다.
{{ payUrl }}

이미 결제하셨다면 따로 하실 일은 없습니다.
`,
      html: `<p>{{ name }}님, 안녕하세요.</p>
<p>이용 중인 상품의 이용 기간을 안내해 드립니다.</p>
<table>{% for one in entries %}<tr><td><strong>{{ one.words }}</strong><br>{% if one.kind == "ended" %}만료일({{ one.lastDay }})까지 결제되지 않아 이용이 종료되었습니다.{% elsif one.kind == "suspended" %}만료일({{ one.lastDay }})까지 결제되지 않아 이용이 정지되었습니다. 결제하시면 바로 다시 이용하실 수 있습니다. 삭제 예정일은 {{ one.deleteOn }}입니다.{% elsif one.kind == "overdue" %}만료일은 {{ one.lastDay }}이었습니다. 결제하지 않으시면 {{ one.suspendOn }}에 이용이 정지됩니다.{% else %}만료일은 {{ one.lastDay }}입니다{% if one.daysLeft == 0 %} (오늘 만료){% elsif one.daysLeft > 0 %} ({{ one.daysLeft }}일 남음){% endif %}.{% endif %}</td><td class="amount">{% if one.amount %}{{ one.amount | money }}{% endif %}</td></tr>{% endfor %}
{% for total in totals %}<tr class="total"><td>합계</td><td class="amount">{{ total | money }}</td></tr>{% endfor %}</table>
<p><a class="button" href="{{ payUrl }}">결제하기</a></p>
<p>이미 결제하셨다면 따로 하실 일은 없습니다.</p>`,
    },
  },
})
