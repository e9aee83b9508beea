import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineTemplate, samplesOf } from "../template.ts"

const data = z.object({
  name: z.string(),
  words: z.string(),
  amount: moneyShape,
  /** It goes on until this day, as if the time after it had not been bought; null: it has stopped. */
  lastDay: z.iso.date().nullable(),
  /** What stopped is deleted on this day; null: nothing of it was delivered, or it goes on. */
  deletedOn: z.iso.date().nullable(),
  url: z.url(),
})

export const purchaseTakenBackMail = defineTemplate({
  name: "purchase-taken-back",
  class: "transactional",
  kind: "billing",
  title: { en: "Refund confirmed", ko: "환불 신청 접수" },
  when: { en: "A customer has requested a refund", ko: "고객이 환불을 신청했을 때" },
  data,
  secrets: [],
  samples: samplesOf<z.infer<typeof data>>(
    {
      en: {
        name: "Alex Morgan",
        words: "VPS 2 GB",
        amount: { minor: "9226", currency: "KRW" },
        lastDay: null,
        deletedOn: "2026-03-16",
        url: "https://shop.example/portal/services/svc_sample",
      },
      ko: {
        name: "김민아",
        words: "VPS 2GB",
        amount: { minor: "9226", currency: "KRW" },
        lastDay: null,
        deletedOn: "2026-03-16",
        url: "https://shop.example/ko/portal/services/svc_sample",
      },
    },
    [{}, { deletedOn: null }, { deletedOn: null, lastDay: "2026-04-01" }],
  ),
  words: {
    en: {
      subject: "Refund of {{ amount | money }}: {{ words }}",
      text: `Hello {{ name }},

We refund {{ amount | money }} for {{ words }}, the way you paid. How long that takes depends on your bank or card company.
{% if lastDay %}
You can use the service through {{ lastDay | day }}.
{% elsif deletedOn %}
The service has stopped. On {{ deletedOn | day }} it is deleted with all data on it. Contact us before that day if you still need your data.
{% else %}
The service has stopped.
{% endif %}
{{ url }}`,
      html: `<p>Hello {{ name }},</p>
<p>We refund <strong>{{ amount | money }}</strong> for {{ words }}, the way you paid. How long that takes depends on your bank or card company.</p>
{% if lastDay %}<p>You can use the service through {{ lastDay | day }}.</p>{% elsif deletedOn %}<p>The service has stopped. <strong>On {{ deletedOn | day }} it is deleted with all data on it.</strong> Contact us before that day if you still need your data.</p>{% else %}<p>The service has stopped.</p>{% endif %}
<p><a class="button" href="{{ url }}">View service</a></p>`,
    },
    ko: {
      subject: "{{ amount | money }} 환불 신청이 접수되었습니다: {{ words }}",
      text: `{{ name }} 님, 안녕하세요.

{{ words }}의 결제 금액 중 {{ amount | money }}을 결제하신 수단으로 환불해 드립니다. 실제 입금일은 카드사 또는 은행에 따라 다릅니다.
{% if lastDay %}
서비스는 {{ lastDay | day }}까지 이용하실 수 있습니다.
{% elsif deletedOn %}
서비스 이용이 정지되었으며, {{ deletedOn | day }}에 서버와 저장된 모든 데이터가 삭제됩니다. 데이터가 더 필요하시면 그 전에 연락해 주십시오.
{% else %}
서비스 이용이 정지되었습니다.
{% endif %}
{{ url }}`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>{{ words }}의 결제 금액 중 <strong>{{ amount | money }}</strong>을 결제하신 수단으로 환불해 드립니다. 실제 입금일은 카드사 또는 은행에 따라 다릅니다.</p>
{% if lastDay %}<p>서비스는 {{ lastDay | day }}까지 이용하실 수 있습니다.</p>{% elsif deletedOn %}<p>서비스 이용이 정지되었으며, <strong>{{ deletedOn | day }}에 서버와 저장된 모든 데이터가 삭제됩니다.</strong> 데이터가 더 필요하시면 그 전에 연락해 주십시오.</p>{% else %}<p>서비스 이용이 정지되었습니다.</p>{% endif %}
<p><a class="button" href="{{ url }}">서비스 보기</a></p>`,
    },
  },
})
