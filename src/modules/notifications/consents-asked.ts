import { z } from "zod"
import { letter } from "./letter.ts"
import { defineTemplate } from "./template.ts"

const held = (name: string, words: string) => `{% if ${name} %} ${words}{% endif %}`

/** Every two years: what was agreed to, since when it counts, and what no answer means here. */
export const consentsAskedMail = defineTemplate({
  name: "consents-asked",
  class: "legal",
  data: z.object({
    name: z.string(),
    shop: z.string(),
    by: z.string(),
    isKept: z.boolean(),
    marketingMail: z.boolean(),
    marketingSms: z.boolean(),
    marketingKakao: z.boolean(),
    night: z.boolean(),
    link: z.url(),
  }),
  words: {
    en: letter({
      subject: "Do you still want to hear from us?",
      before: [
        "Hello {{ name }},",
        `two years ago you agreed to receive news and offers from {{ shop }}:${held("marketingMail", "by e-mail.")}${held("marketingSms", "By text message.")}${held("marketingKakao", "By KakaoTalk.")}${held("night", "Also between 21:00 and 08:00.")}`,
        "Please tell us until {{ by | day }} whether that still holds.{% if isKept %} Without an answer it goes on; you can take it back at any time.{% else %} Without an answer we send you no more of it.{% endif %}",
      ],
      button: { label: "Decide", address: "link" },
    }),
    ko: letter({
      subject: "광고성 정보 수신 동의 여부 확인 안내",
      before: [
        "{{ name }}님, 안녕하세요.",
        `2년 전 {{ shop }}의 광고성 정보 수신에 동의하셨습니다.${held("marketingMail", "[이메일]")}${held("marketingSms", "[문자]")}${held("marketingKakao", "[카카오톡]")}${held("night", "[야간 21:00~08:00]")}`,
        "{{ by | day }}까지 동의를 유지하실지 알려 주세요.{% if isKept %} 회신이 없으면 동의가 유지되며, 언제든지 철회하실 수 있습니다.{% else %} 회신이 없으면 동의가 철회된 것으로 처리합니다.{% endif %}",
      ],
      button: { label: "수신 동의 확인", address: "link" },
    }),
  },
})
