import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

const held = (name: string, words: string) => `{% if ${name} %} ${words}{% endif %}`
const told = (name: string, words: string) => `{% if ${name} %}, ${words}{% endif %}`

/** Every two years: what was agreed to, since when it counts, and what no answer means here. */
export const consentsAskedMail = defineTemplate({
  name: "consents-asked",
  class: "legal",
  kind: "security",
  title: { en: "Renewal of consent", ko: "수신 동의 여부 확인" },
  when: {
    en: "Two years after somebody agreed to news and offers",
    ko: "광고성 정보 수신에 동의한 지 2년이 지났을 때",
  },
  data: z.object({
    name: z.string(),
    shop: z.string(),
    by: z.iso.date(),
    isKept: z.boolean(),
    marketingMail: z.boolean(),
    marketingSms: z.boolean(),
    marketingKakao: z.boolean(),
    night: z.boolean(),
    link: z.url(),
  }),
  secrets: [],
  samples: samplesOf(
    {
      en: {
        name: "Alex Morgan",
        shop: "Demo Hosting",
        by: "2026-04-01",
        isKept: true,
        marketingMail: true,
        marketingSms: true,
        marketingKakao: true,
        night: true,
        link: "https://shop.example/portal/privacy",
      },
      ko: {
        name: "김민아",
        shop: "데모 호스팅",
        by: "2026-04-01",
        isKept: true,
        marketingMail: true,
        marketingSms: true,
        marketingKakao: true,
        night: true,
        link: "https://shop.example/ko/portal/privacy",
      },
    },
    [{}, { isKept: false, marketingSms: false, marketingKakao: false, night: false }],
  ),
  words: {
    en: letter({
      subject: "Do you still want to hear from us?",
      before: [
        "Hello {{ name }},",
        `Two years ago you agreed to receive news and offers from {{ shop }}${told("marketingMail", "by e-mail")}${told("marketingSms", "by text message")}${told("marketingKakao", "by KakaoTalk")}${told("night", "also between 21:00 and 08:00")}.`,
        "Please tell us by {{ by | day }} whether you still agree.{% if isKept %} Without an answer you keep receiving them; you can withdraw your consent at any time.{% else %} Without an answer we stop sending them.{% endif %}",
      ],
      button: { label: "Decide", address: "link" },
    }),
    ko: letter({
      subject: "광고성 정보 수신 동의 여부 확인 안내",
      before: [
        "{{ name }} 님, 안녕하세요.",
        `2년 전 {{ shop }}의 광고성 정보 수신에 동의하셨습니다.${held("marketingMail", "[이메일]")}${held("marketingSms", "[문자]")}${held("marketingKakao", "[카카오톡]")}${held("night", "[야간 21:00~08:00]")}`,
        "{{ by | day }}까지 동의를 유지하실지 알려 주세요.{% if isKept %} 회신이 없으면 동의가 유지되며, 언제든지 철회하실 수 있습니다.{% else %} 회신이 없으면 동의가 철회된 것으로 처리합니다.{% endif %}",
      ],
      button: { label: "수신 동의 확인", address: "link" },
    }),
  },
})
