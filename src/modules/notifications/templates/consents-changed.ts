import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

const given = (name: string, yes: string, no: string) => `{% if ${name} %}${yes}{% else %}${no}{% endif %}`

/** The law wants the result told within fourteen days, with who asks, what was decided and when. */
export const consentsChangedMail = defineTemplate({
  name: "consents-changed",
  class: "legal",
  kind: "security",
  title: { en: "Consent changed", ko: "수신 동의 처리 결과" },
  when: {
    en: "Somebody agrees to news and offers, or withdraws it",
    ko: "광고성 정보 수신에 동의하거나 철회했을 때",
  },
  data: z.object({
    name: z.string(),
    shop: z.string(),
    on: z.iso.date(),
    marketingMail: z.boolean(),
    marketingSms: z.boolean(),
    marketingKakao: z.boolean(),
    night: z.boolean(),
    link: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      shop: "Demo Hosting",
      on: "2026-03-02",
      marketingMail: true,
      marketingSms: false,
      marketingKakao: false,
      night: false,
      link: "https://shop.example/portal/privacy",
    },
    ko: {
      name: "김민아",
      shop: "데모 호스팅",
      on: "2026-03-02",
      marketingMail: true,
      marketingSms: false,
      marketingKakao: false,
      night: false,
      link: "https://shop.example/ko/portal/privacy",
    },
  }),
  words: {
    en: letter({
      subject: "What you agreed to receive",
      before: [
        "Hello {{ name }},",
        "These are your settings for news and offers from {{ shop }} since {{ on | day }}:",
        `E-mail: ${given("marketingMail", "yes", "no")}, text message: ${given("marketingSms", "yes", "no")}, KakaoTalk: ${given("marketingKakao", "yes", "no")}, between 21:00 and 08:00: ${given("night", "yes", "no")}`,
      ],
      button: { label: "Change this", address: "link" },
    }),
    ko: letter({
      subject: "광고성 정보 수신 동의 처리 결과 안내",
      before: [
        "{{ name }} 님, 안녕하세요.",
        "{{ on | day }} 기준 {{ shop }}의 광고성 정보 수신 동의 처리 결과를 안내해 드립니다.",
        `이메일: ${given("marketingMail", "동의", "미동의")}, 문자: ${given("marketingSms", "동의", "미동의")}, 카카오톡: ${given("marketingKakao", "동의", "미동의")}, 야간(21:00~08:00): ${given("night", "동의", "미동의")}`,
      ],
      button: { label: "설정 변경", address: "link" },
    }),
  },
})
