import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"

export const cancellationConfirmed = defineTemplate({
  name: "cancellation-confirmed",
  class: "transactional",
  kind: "billing",
  title: { en: "Cancellation confirmed", ko: "해지 신청 접수" },
  when: { en: "A customer has cancelled a service", ko: "고객이 서비스 해지를 신청했을 때" },
  data: z.object({
    name: z.string(),
    words: z.string(),
    /** Null: it ended at once. */
    lastDay: z.iso.date().nullable(),
    url: z.url(),
  }),
  secrets: [],
  samples: samplesOf<{ name: string; words: string; lastDay: string | null; url: string }>(
    {
      en: {
        name: "Alex Morgan",
        words: "VPS 2 GB",
        lastDay: "2026-04-01",
        url: "https://shop.example/portal/subscriptions/sub_sample",
      },
      ko: {
        name: "김민아",
        words: "VPS 2GB",
        lastDay: "2026-04-01",
        url: "https://shop.example/ko/portal/subscriptions/sub_sample",
      },
    },
    [{}, { lastDay: null }],
  ),
  words: {
    en: {
      subject: "Cancelled: {{ words }}",
      text: `Hello {{ name }},

We have received your cancellation of {{ words }}.
{% if lastDay %}
You can use it through {{ lastDay | day }}. Nothing is charged for it any more, and it is deleted after that day. Until then you can undo the cancellation here:
{{ url }}
{% else %}
It has ended and is being deleted. Nothing is charged for it any more.
{{ url }}
{% endif %}`,
      html: `<p>Hello {{ name }},</p>
<p>We have received your cancellation of <strong>{{ words }}</strong>.</p>
{% if lastDay %}<p>You can use it through {{ lastDay | day }}. Nothing is charged for it any more, and it is deleted after that day. Until then you can undo the cancellation here:</p>
<p><a class="button" href="{{ url }}">View or undo</a></p>{% else %}<p>It has ended and is being deleted. Nothing is charged for it any more.</p>
<p><a class="button" href="{{ url }}">View</a></p>{% endif %}`,
    },
    ko: {
      subject: "해지 신청이 접수되었습니다: {{ words }}",
      text: `{{ name }} 님, 안녕하세요.

{{ words }}의 해지 신청이 접수되었습니다.
{% if lastDay %}
{{ lastDay | day }}까지 이용하실 수 있으며, 더 이상 요금이 청구되지 않습니다. 만료일이 지나면 삭제됩니다. 그 전에는 아래에서 해지를 철회하실 수 있습니다.
{{ url }}
{% else %}
이용이 종료되어 삭제가 진행됩니다. 더 이상 요금이 청구되지 않습니다.
{{ url }}
{% endif %}`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p><strong>{{ words }}</strong>의 해지 신청이 접수되었습니다.</p>
{% if lastDay %}<p>{{ lastDay | day }}까지 이용하실 수 있으며, 더 이상 요금이 청구되지 않습니다. 만료일이 지나면 삭제됩니다. 그 전에는 아래에서 해지를 철회하실 수 있습니다.</p>
<p><a class="button" href="{{ url }}">해지 철회</a></p>{% else %}<p>이용이 종료되어 삭제가 진행됩니다. 더 이상 요금이 청구되지 않습니다.</p>
<p><a class="button" href="{{ url }}">내역 보기</a></p>{% endif %}`,
    },
  },
})
