import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"

export const pauseConfirmed = defineTemplate({
  name: "pause-confirmed",
  class: "transactional",
  kind: "billing",
  title: { en: "Pause scheduled", ko: "일시정지 신청 접수" },
  when: { en: "A customer has scheduled a pause", ko: "서비스 일시정지를 신청했을 때" },
  data: z.object({
    name: z.string(),
    words: z.string(),
    /** The last day on which it runs, and the day on which it goes on. */
    lastDay: z.iso.date(),
    until: z.iso.date(),
    url: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      words: "VPS 2 GB",
      lastDay: "2026-04-01",
      until: "2026-05-15",
      url: "https://shop.example/portal/subscriptions/sub_sample",
    },
    ko: {
      name: "김민아",
      words: "VPS 2GB",
      lastDay: "2026-04-01",
      until: "2026-05-15",
      url: "https://shop.example/ko/portal/subscriptions/sub_sample",
    },
  }),
  words: {
    en: {
      subject: "Pause scheduled: {{ words }}",
      text: `Hello {{ name }},

{{ words }} runs through {{ lastDay | day }} and is paused after that. Nothing is charged for that time, and no data is deleted. It resumes on {{ until | day }}, once the period from that day is paid; we will remind you.

You can change the date or cancel the pause here:
{{ url }}
`,
      html: `<p>Hello {{ name }},</p>
<p><strong>{{ words }}</strong> runs through {{ lastDay | day }} and is paused after that. Nothing is charged for that time, and no data is deleted. It resumes on {{ until | day }}, once the period from that day is paid; we will remind you.</p>
<p><a class="button" href="{{ url }}">Change or cancel the pause</a></p>`,
    },
    ko: {
      subject: "일시정지가 예약되었습니다: {{ words }}",
      text: `{{ name }} 님, 안녕하세요.

{{ words }} 상품은 {{ lastDay | day }}까지 이용하실 수 있으며, 그 다음 날부터 일시정지됩니다. 일시정지 기간에는 요금이 청구되지 않고 데이터도 삭제되지 않습니다. {{ until | day }}부터의 이용 기간을 결제하시면 그날 다시 시작됩니다. 결제 전에 미리 안내해 드립니다.

아래에서 날짜를 변경하거나 일시정지를 철회하실 수 있습니다.
{{ url }}
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p><strong>{{ words }}</strong> 상품은 {{ lastDay | day }}까지 이용하실 수 있으며, 그 다음 날부터 일시정지됩니다. 일시정지 기간에는 요금이 청구되지 않고 데이터도 삭제되지 않습니다. {{ until | day }}부터의 이용 기간을 결제하시면 그날 다시 시작됩니다. 결제 전에 미리 안내해 드립니다.</p>
<p><a class="button" href="{{ url }}">일시정지 변경 또는 철회</a></p>`,
    },
  },
})
