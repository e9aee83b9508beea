import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import type { WireMoney } from "#kit/money.ts"
import { defineTemplate, samplesOf } from "../template.ts"

type Kind = "request" | "reminder" | "overdue" | "suspended" | "ended"
const sum: WireMoney = { minor: "16500", currency: "KRW" }
const noCredits: WireMoney[] = []
const dueEntry = (words: string, kind: Kind, daysLeft: number, resumesOn: string | null = null) => ({
  kind,
  isAutomatic: daysLeft === 7,
  words,
  daysLeft,
  lastDay: "2026-04-01",
  resumesOn,
  suspendOn: "2026-04-08",
  deleteOn: "2026-05-01",
  amount: kind === "ended" ? null : sum,
  invoiceNumber: null as string | null,
  trial: null as { chargeOn: string | null } | null,
})

/** Everything a customer is to know about money on one day, whatever the number of their services. */
export const paymentDue = defineTemplate({
  name: "payment-due",
  class: "transactional",
  kind: "billing",
  title: { en: "Payment due", ko: "결제 안내" },
  when: {
    en: "Services are due, overdue, suspended or ended; one e-mail a day for all of them",
    ko: "서비스 결제 예정, 연체, 정지, 종료를 하루 한 번 모아서 안내할 때",
  },
  data: z.object({
    name: z.string(),
    entries: z
      .array(
        z.object({
          kind: z.enum(["request", "reminder", "overdue", "suspended", "ended"]),
          /** A saved method is charged on the last day: nothing has to be done. */
          isAutomatic: z.boolean(),
          words: z.string(),
          lastDay: z.iso.date(),
          /** Of something paused: the day on which it goes on. */
          resumesOn: z.iso.date().nullable(),
          /** Below zero: so many days after. */
          daysLeft: z.number().int(),
          suspendOn: z.iso.date(),
          deleteOn: z.iso.date(),
          amount: moneyShape.nullable(),
          /** The invoice it owes by: its last day is the day by which that was to be paid. */
          invoiceNumber: z.string().nullable(),
          /** It was not paid for yet and is tried; on which day the saved method is charged, if one is. */
          trial: z.object({ chargeOn: z.iso.date().nullable() }).nullable(),
        }),
      )
      .max(200),
    /** What account credit pays of them, one a currency; empty where it pays nothing. */
    credits: z.array(moneyShape),
    /** What is left to pay, one a currency. */
    totals: z.array(moneyShape),
    payUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf(
    {
      en: {
        name: "Alex Morgan",
        entries: [dueEntry("VPS 2 GB", "request", 7), dueEntry("VPS 4 GB", "reminder", 1)],
        credits: noCredits,
        totals: [{ minor: "33000", currency: "KRW" }],
        payUrl: "https://shop.example/portal/invoices",
      },
      ko: {
        name: "김민아",
        entries: [dueEntry("VPS 2GB", "request", 7), dueEntry("VPS 4GB", "reminder", 1)],
        credits: noCredits,
        totals: [{ minor: "33000", currency: "KRW" }],
        payUrl: "https://shop.example/ko/portal/invoices",
      },
    },
    [
      {},
      {
        entries: [dueEntry("VPS", "reminder", 0)],
        credits: [{ minor: "5000", currency: "KRW" }],
        totals: [{ minor: "11500", currency: "KRW" }],
      },
      { entries: [dueEntry("VPS", "request", 7, "2026-04-02")] },
      { entries: [{ ...dueEntry("VPS", "request", 7), trial: { chargeOn: "2026-04-02" } }] },
      { entries: [{ ...dueEntry("VPS", "reminder", 3), trial: { chargeOn: null } }] },
      { entries: [{ ...dueEntry("VPS", "suspended", -1), trial: { chargeOn: null } }] },
      { entries: [dueEntry("VPS", "overdue", -2)] },
      { entries: [dueEntry("VPS", "suspended", -8)] },
      { entries: [dueEntry("VPS", "ended", -30)], totals: [] },
      { entries: [{ ...dueEntry("VPS", "reminder", 1), invoiceNumber: "INV-2026-000042" }] },
      { entries: [{ ...dueEntry("VPS", "overdue", -2), invoiceNumber: "INV-2026-000042" }] },
    ],
  ),
  words: {
    en: {
      subject:
        '{% assign first = entries | first %}{% if first.kind == "ended" %}{{ first.words }} has ended{% elsif first.kind == "suspended" and first.trial %}Your trial is over: {{ first.words }}{% elsif first.kind == "suspended" %}{{ first.words }} has been suspended{% elsif first.kind == "overdue" %}Payment overdue: {{ first.words }}{% elsif first.invoiceNumber %}Invoice {{ first.invoiceNumber }} is due on {{ first.lastDay | day }}{% elsif first.trial %}Your trial ends on {{ first.lastDay | day }}: {{ first.words }}{% elsif first.isAutomatic %}Renews on {{ first.lastDay | day }}: {{ first.words }}{% else %}Please extend by {{ first.lastDay | day }}: {{ first.words }}{% endif %}{% if entries.size > 1 %} and more{% endif %}',
      text: `Hello {{ name }},

Here is the status of your services.
{% for one in entries %}
- {{ one.words }}{% if one.amount %}: {{ one.amount | money }}{% endif %}
  {% if one.invoiceNumber %}Invoice {{ one.invoiceNumber }} {% if one.daysLeft < 0 %}was due on {{ one.lastDay | day }} and is not paid. {% if one.kind == "ended" %}The service has ended.{% elsif one.kind == "suspended" %}The service has been suspended and resumes as soon as you pay; it will be deleted on {{ one.deleteOn | day }}.{% else %}Without a payment the service will be suspended on {{ one.suspendOn | day }}.{% endif %}{% else %}is due on {{ one.lastDay | day }}.{% endif %}{% elsif one.kind == "ended" and one.trial %}Its trial ended on {{ one.lastDay | day }} and was not paid for; it has been deleted. Nothing is owed.{% elsif one.kind == "suspended" and one.trial %}Its trial ended on {{ one.lastDay | day }} and it has been suspended. Nothing is owed. Pay to continue from the day of your payment; otherwise it will be deleted on {{ one.deleteOn | day }}.{% elsif one.kind == "overdue" and one.trial %}Its trial ended on {{ one.lastDay | day }} and the first payment could not be charged. Without a payment it will be suspended on {{ one.suspendOn | day }}.{% elsif one.trial %}You are trying it free of charge until {{ one.lastDay | day }}{% if one.daysLeft == 0 %}, today{% elsif one.daysLeft == 1 %}, one day left{% elsif one.daysLeft > 1 %}, {{ one.daysLeft }} days left{% endif %}. {% if one.trial.chargeOn %}On {{ one.trial.chargeOn | day }} your saved payment method is charged with the amount above, as you agreed. If you cancel on {{ one.lastDay | day }} at the latest, you pay nothing.{% else %}To keep it, pay the amount above by then. If you do nothing, it is suspended the next day and you owe nothing.{% endif %}{% elsif one.kind == "ended" %}It was not paid beyond {{ one.lastDay | day }} and has ended.{% elsif one.kind == "suspended" %}It was not paid beyond {{ one.lastDay | day }} and has been suspended. It resumes as soon as you pay. It will be deleted on {{ one.deleteOn | day }}.{% elsif one.kind == "overdue" %}Its last day was {{ one.lastDay | day }}. Without a payment it will be suspended on {{ one.suspendOn | day }}.{% elsif one.resumesOn %}It is paused and resumes on {{ one.resumesOn | day }} once it is paid.{% if one.isAutomatic %} Your saved payment method is charged the day before; there is nothing to do.{% endif %}{% else %}Its last day is {{ one.lastDay | day }}{% if one.daysLeft == 0 %}, today{% elsif one.daysLeft == 1 %}, one day left{% elsif one.daysLeft > 1 %}, {{ one.daysLeft }} days left{% endif %}.{% if one.isAutomatic %} Your saved payment method is charged on that day; there is nothing to do.{% endif %}{% endif %}
{% endfor %}{% for credit in credits %}
Paid with your credit: {{ credit | money }}
{% endfor %}{% for total in totals %}
Total: {{ total | money }}
{% endfor %}
Pay here:
{{ payUrl }}

If you have already paid, please ignore this e-mail.
`,
      html: `<p>Hello {{ name }},</p>
<p>Here is the status of your services.</p>
<table>{% for one in entries %}<tr><td><strong>{{ one.words }}</strong><br>{% if one.invoiceNumber %}Invoice {{ one.invoiceNumber }} {% if one.daysLeft < 0 %}was due on {{ one.lastDay | day }} and is not paid. {% if one.kind == "ended" %}The service has ended.{% elsif one.kind == "suspended" %}The service has been suspended and resumes as soon as you pay; it will be deleted on {{ one.deleteOn | day }}.{% else %}Without a payment the service will be suspended on {{ one.suspendOn | day }}.{% endif %}{% else %}is due on {{ one.lastDay | day }}.{% endif %}{% elsif one.kind == "ended" and one.trial %}Its trial ended on {{ one.lastDay | day }} and was not paid for; it has been deleted. Nothing is owed.{% elsif one.kind == "suspended" and one.trial %}Its trial ended on {{ one.lastDay | day }} and it has been suspended. Nothing is owed. Pay to continue from the day of your payment; otherwise it will be deleted on {{ one.deleteOn | day }}.{% elsif one.kind == "overdue" and one.trial %}Its trial ended on {{ one.lastDay | day }} and the first payment could not be charged. Without a payment it will be suspended on {{ one.suspendOn | day }}.{% elsif one.trial %}You are trying it free of charge until {{ one.lastDay | day }}{% if one.daysLeft == 0 %}, today{% elsif one.daysLeft == 1 %}, one day left{% elsif one.daysLeft > 1 %}, {{ one.daysLeft }} days left{% endif %}. {% if one.trial.chargeOn %}On {{ one.trial.chargeOn | day }} your saved payment method is charged with the amount above, as you agreed. If you cancel on {{ one.lastDay | day }} at the latest, you pay nothing.{% else %}To keep it, pay the amount above by then. If you do nothing, it is suspended the next day and you owe nothing.{% endif %}{% elsif one.kind == "ended" %}It was not paid beyond {{ one.lastDay | day }} and has ended.{% elsif one.kind == "suspended" %}It was not paid beyond {{ one.lastDay | day }} and has been suspended. It resumes as soon as you pay. It will be deleted on {{ one.deleteOn | day }}.{% elsif one.kind == "overdue" %}Its last day was {{ one.lastDay | day }}. Without a payment it will be suspended on {{ one.suspendOn | day }}.{% elsif one.resumesOn %}It is paused and resumes on {{ one.resumesOn | day }} once it is paid.{% if one.isAutomatic %} Your saved payment method is charged the day before; there is nothing to do.{% endif %}{% else %}Its last day is {{ one.lastDay | day }}{% if one.daysLeft == 0 %}, today{% elsif one.daysLeft == 1 %}, one day left{% elsif one.daysLeft > 1 %}, {{ one.daysLeft }} days left{% endif %}.{% if one.isAutomatic %} Your saved payment method is charged on that day; there is nothing to do.{% endif %}{% endif %}</td><td class="amount">{% if one.amount %}{{ one.amount | money }}{% endif %}</td></tr>{% endfor %}
{% for credit in credits %}<tr><td>Paid with your credit</td><td class="amount">{{ credit | money }}</td></tr>{% endfor %}
{% for total in totals %}<tr class="total"><td>Total</td><td class="amount">{{ total | money }}</td></tr>{% endfor %}</table>
<p><a class="button" href="{{ payUrl }}">Pay</a></p>
<p>If you have already paid, please ignore this e-mail.</p>`,
    },
    ko: {
      subject:
        '{% assign first = entries | first %}{% if first.kind == "ended" %}이용이 종료되었습니다: {{ first.words }}{% elsif first.kind == "suspended" and first.trial %}무료 체험이 종료되었습니다: {{ first.words }}{% elsif first.kind == "suspended" %}이용이 정지되었습니다: {{ first.words }}{% elsif first.kind == "overdue" and first.invoiceNumber %}결제 기한이 지났습니다: 거래명세서 {{ first.invoiceNumber }}{% elsif first.kind == "overdue" %}이용 기간이 만료되었습니다: {{ first.words }}{% elsif first.invoiceNumber %}{{ first.lastDay | day }}까지 결제해 주세요: 거래명세서 {{ first.invoiceNumber }}{% elsif first.trial %}{{ first.lastDay | day }} 무료 체험 종료 안내: {{ first.words }}{% elsif first.isAutomatic %}{{ first.lastDay | day }} 자동결제 예정 안내: {{ first.words }}{% else %}{{ first.lastDay | day }}까지 기간을 연장해 주세요: {{ first.words }}{% endif %}{% if entries.size > 1 %} 외{% endif %}',
      text: `{{ name }} 님, 안녕하세요.

이용 중인 상품의 이용 기간을 안내해 드립니다.
{% for one in entries %}
- {{ one.words }}{% if one.amount %}: {{ one.amount | money }}{% endif %}
  {% if one.invoiceNumber %}거래명세서 {{ one.invoiceNumber }}의 결제 기한은 {{ one.lastDay | day }}{% if one.daysLeft < 0 %}이었으며 아직 결제되지 않았습니다. {% if one.kind == "ended" %}이용이 종료되었습니다.{% elsif one.kind == "suspended" %}이용이 정지되었으며, 결제하시면 바로 다시 이용하실 수 있습니다. 삭제 예정일은 {{ one.deleteOn | day }}입니다.{% else %}결제하지 않으시면 {{ one.suspendOn | day }}에 이용이 정지됩니다.{% endif %}{% else %}입니다.{% endif %}{% elsif one.kind == "ended" and one.trial %}무료 체험이 {{ one.lastDay | day }}에 끝났고 결제되지 않아 삭제되었습니다. 청구되는 금액은 없습니다.{% elsif one.kind == "suspended" and one.trial %}무료 체험이 {{ one.lastDay | day }}에 끝나 이용이 정지되었습니다. 청구되는 금액은 없습니다. 결제하시면 결제일부터 다시 이용하실 수 있으며, 결제하지 않으시면 {{ one.deleteOn | day }}에 삭제됩니다.{% elsif one.kind == "overdue" and one.trial %}무료 체험이 {{ one.lastDay | day }}에 끝났으나 첫 결제가 승인되지 않았습니다. 결제하지 않으시면 {{ one.suspendOn | day }}에 이용이 정지됩니다.{% elsif one.trial %}{{ one.lastDay | day }}까지 무료로 체험하실 수 있습니다{% if one.daysLeft == 0 %} (오늘 종료){% elsif one.daysLeft > 0 %} ({{ one.daysLeft }}일 남음){% endif %}. {% if one.trial.chargeOn %}동의하신 대로 {{ one.trial.chargeOn | day }}에 등록된 결제수단으로 위 금액이 자동결제됩니다. {{ one.lastDay | day }}까지 해지하시면 요금이 청구되지 않습니다.{% else %}계속 이용하시려면 그때까지 위 금액을 결제해 주세요. 결제하지 않으시면 다음 날 이용이 정지되며 청구되는 금액은 없습니다.{% endif %}{% elsif one.kind == "ended" %}만료일({{ one.lastDay | day }})까지 결제되지 않아 이용이 종료되었습니다.{% elsif one.kind == "suspended" %}만료일({{ one.lastDay | day }})까지 결제되지 않아 이용이 정지되었습니다. 결제하시면 바로 다시 이용하실 수 있습니다. 삭제 예정일은 {{ one.deleteOn | day }}입니다.{% elsif one.kind == "overdue" %}만료일은 {{ one.lastDay | day }}이었습니다. 결제하지 않으시면 {{ one.suspendOn | day }}에 이용이 정지됩니다.{% elsif one.resumesOn %}일시정지 중이며, 결제하시면 {{ one.resumesOn | day }}에 다시 시작됩니다.{% if one.isAutomatic %} 하루 전에 등록된 결제수단으로 자동결제되며, 따로 하실 일은 없습니다.{% endif %}{% else %}만료일은 {{ one.lastDay | day }}입니다{% if one.daysLeft == 0 %} (오늘 만료){% elsif one.daysLeft > 0 %} ({{ one.daysLeft }}일 남음){% endif %}.{% if one.isAutomatic %} 만료일에 등록된 결제수단으로 자동결제되며, 따로 하실 일은 없습니다.{% endif %}{% endif %}
{% endfor %}{% for credit in credits %}
예치금·적립금 사용: {{ credit | money }}
{% endfor %}{% for total in totals %}
합계: {{ total | money }}
{% endfor %}
아래 주소에서 결제하실 수 있습니다.
{{ payUrl }}

이미 결제하셨다면 따로 하실 일은 없습니다.
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>이용 중인 상품의 이용 기간을 안내해 드립니다.</p>
<table>{% for one in entries %}<tr><td><strong>{{ one.words }}</strong><br>{% if one.invoiceNumber %}거래명세서 {{ one.invoiceNumber }}의 결제 기한은 {{ one.lastDay | day }}{% if one.daysLeft < 0 %}이었으며 아직 결제되지 않았습니다. {% if one.kind == "ended" %}이용이 종료되었습니다.{% elsif one.kind == "suspended" %}이용이 정지되었으며, 결제하시면 바로 다시 이용하실 수 있습니다. 삭제 예정일은 {{ one.deleteOn | day }}입니다.{% else %}결제하지 않으시면 {{ one.suspendOn | day }}에 이용이 정지됩니다.{% endif %}{% else %}입니다.{% endif %}{% elsif one.kind == "ended" and one.trial %}무료 체험이 {{ one.lastDay | day }}에 끝났고 결제되지 않아 삭제되었습니다. 청구되는 금액은 없습니다.{% elsif one.kind == "suspended" and one.trial %}무료 체험이 {{ one.lastDay | day }}에 끝나 이용이 정지되었습니다. 청구되는 금액은 없습니다. 결제하시면 결제일부터 다시 이용하실 수 있으며, 결제하지 않으시면 {{ one.deleteOn | day }}에 삭제됩니다.{% elsif one.kind == "overdue" and one.trial %}무료 체험이 {{ one.lastDay | day }}에 끝났으나 첫 결제가 승인되지 않았습니다. 결제하지 않으시면 {{ one.suspendOn | day }}에 이용이 정지됩니다.{% elsif one.trial %}{{ one.lastDay | day }}까지 무료로 체험하실 수 있습니다{% if one.daysLeft == 0 %} (오늘 종료){% elsif one.daysLeft > 0 %} ({{ one.daysLeft }}일 남음){% endif %}. {% if one.trial.chargeOn %}동의하신 대로 {{ one.trial.chargeOn | day }}에 등록된 결제수단으로 위 금액이 자동결제됩니다. {{ one.lastDay | day }}까지 해지하시면 요금이 청구되지 않습니다.{% else %}계속 이용하시려면 그때까지 위 금액을 결제해 주세요. 결제하지 않으시면 다음 날 이용이 정지되며 청구되는 금액은 없습니다.{% endif %}{% elsif one.kind == "ended" %}만료일({{ one.lastDay | day }})까지 결제되지 않아 이용이 종료되었습니다.{% elsif one.kind == "suspended" %}만료일({{ one.lastDay | day }})까지 결제되지 않아 이용이 정지되었습니다. 결제하시면 바로 다시 이용하실 수 있습니다. 삭제 예정일은 {{ one.deleteOn | day }}입니다.{% elsif one.kind == "overdue" %}만료일은 {{ one.lastDay | day }}이었습니다. 결제하지 않으시면 {{ one.suspendOn | day }}에 이용이 정지됩니다.{% elsif one.resumesOn %}일시정지 중이며, 결제하시면 {{ one.resumesOn | day }}에 다시 시작됩니다.{% if one.isAutomatic %} 하루 전에 등록된 결제수단으로 자동결제되며, 따로 하실 일은 없습니다.{% endif %}{% else %}만료일은 {{ one.lastDay | day }}입니다{% if one.daysLeft == 0 %} (오늘 만료){% elsif one.daysLeft > 0 %} ({{ one.daysLeft }}일 남음){% endif %}.{% if one.isAutomatic %} 만료일에 등록된 결제수단으로 자동결제되며, 따로 하실 일은 없습니다.{% endif %}{% endif %}</td><td class="amount">{% if one.amount %}{{ one.amount | money }}{% endif %}</td></tr>{% endfor %}
{% for credit in credits %}<tr><td>예치금·적립금 사용</td><td class="amount">{{ credit | money }}</td></tr>{% endfor %}
{% for total in totals %}<tr class="total"><td>합계</td><td class="amount">{{ total | money }}</td></tr>{% endfor %}</table>
<p><a class="button" href="{{ payUrl }}">결제하기</a></p>
<p>이미 결제하셨다면 따로 하실 일은 없습니다.</p>`,
    },
  },
})
