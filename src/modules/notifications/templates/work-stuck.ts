import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"

/** To staff: something has stopped and waits for a person. */
export const workStuck = defineTemplate({
  name: "work-stuck",
  class: "transactional",
  kind: null,
  title: { en: "Operation stuck", ko: "작업 확인 요청" },
  when: {
    en: "An operation has stopped and needs attention; sent to staff",
    ko: "작업이 멈춰 확인이 필요할 때 직원에게 발송",
  },
  data: z.object({
    what: z.string(),
    subject: z.string(),
    /** What happened, in the reader's language; messages that were written before it was said have none. */
    happened: z.string().default(""),
    advice: z.string().default(""),
    why: z.string(),
    operationUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      what: "Set up a server",
      subject: "shop.example.com",
      happened: "The external system rejected the request.",
      advice: "Fix the reason it gives, then retry; or undo the operation.",
      why: "The panel refused: there is no room left.",
      operationUrl: "https://shop.example/admin/operations/op_sample",
    },
    ko: {
      what: "서버 설치",
      subject: "shop.example.com",
      happened: "외부 시스템이 요청을 거절했습니다.",
      advice: "거절 사유를 해결한 뒤 다시 시도하거나, 작업을 되돌려 주세요.",
      why: "The panel refused: there is no room left.",
      operationUrl: "https://shop.example/ko/admin/operations/op_sample",
    },
  }),
  words: {
    en: {
      subject: "Action needed: {{ what }} ({{ subject }})",
      text: `“{{ what }}” has stopped and needs your attention.

{{ happened }} {{ advice }}

Object: {{ subject }}
Original message: {{ why }}

View, retry, undo or close it here:
{{ operationUrl }}
`,
      html: `<p>“{{ what }}” has stopped and needs your attention.</p>
<p>{{ happened }} {{ advice }}</p>
<p><strong>Object:</strong> {{ subject }}<br><strong>Original message:</strong> {{ why }}</p>
<p><a class="button" href="{{ operationUrl }}">Open the operation</a></p>`,
    },
    ko: {
      subject: "확인 필요: {{ what }} ({{ subject }})",
      text: `{{ what }} 작업이 멈춰 담당자의 확인을 기다리고 있습니다.

{{ happened }} {{ advice }}

대상: {{ subject }}
상세 사유(원문): {{ why }}

아래에서 내용을 확인하고 다시 시도, 되돌리기, 종료를 선택해 주세요.
{{ operationUrl }}
`,
      html: `<p>{{ what }} 작업이 멈춰 담당자의 확인을 기다리고 있습니다.</p>
<p>{{ happened }} {{ advice }}</p>
<p><strong>대상:</strong> {{ subject }}<br><strong>상세 사유(원문):</strong> {{ why }}</p>
<p><a class="button" href="{{ operationUrl }}">작업 확인하기</a></p>`,
    },
  },
})
