import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"

/** To staff: something has stopped and waits for a person. */
export const workStuck = defineTemplate({
  name: "work-stuck",
  class: "transactional",
  title: { en: "Something is stuck", ko: "작업 확인 요청" },
  when: {
    en: "An operation has stopped and waits for a person; goes to staff",
    ko: "작업이 멈춰 확인이 필요할 때 직원에게 발송",
  },
  data: z.object({
    what: z.string(),
    subject: z.string(),
    why: z.string(),
    operationUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      what: "Set up a server",
      subject: "srv_sample",
      why: "The panel does not answer.",
      operationUrl: "https://shop.example/admin/operations/op_sample",
    },
    ko: {
      what: "서버 설치",
      subject: "srv_sample",
      why: "The panel does not answer.",
      operationUrl: "https://shop.example/ko/admin/operations/op_sample",
    },
  }),
  words: {
    en: {
      subject: "Needs a person: {{ what }} ({{ subject }})",
      text: `{{ what }} has stopped and waits for a person.

About: {{ subject }}
Why: {{ why }}

Look at it, try again, undo or close it here:
{{ operationUrl }}
`,
      html: `<p>{{ what }} has stopped and waits for a person.</p>
<table><tr><td>About</td><td class="amount">{{ subject }}</td></tr>
<tr><td>Why</td><td class="amount">{{ why }}</td></tr></table>
<p><a class="button" href="{{ operationUrl }}">Open the operation</a></p>`,
    },
    ko: {
      subject: "확인 필요: {{ what }} ({{ subject }})",
      text: `{{ what }} 작업이 멈춰 담당자의 확인을 기다리고 있습니다.

대상: {{ subject }}
사유: {{ why }}

아래에서 내용을 확인하고 다시 시도, 되돌리기, 종료를 선택해 주세요.
{{ operationUrl }}
`,
      html: `<p>{{ what }} 작업이 멈춰 담당자의 확인을 기다리고 있습니다.</p>
<table><tr><td>대상</td><td class="amount">{{ subject }}</td></tr>
<tr><td>사유</td><td class="amount">{{ why }}</td></tr></table>
<p><a class="button" href="{{ operationUrl }}">작업 확인하기</a></p>`,
    },
  },
})
