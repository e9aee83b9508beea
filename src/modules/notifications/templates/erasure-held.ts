import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

export const erasureHeld = defineTemplate({
  name: "erasure-held",
  class: "legal",
  kind: "security",
  title: { en: "Erasure on hold", ko: "회원 탈퇴 처리 보류" },
  when: {
    en: "Something blocks an erasure that is due",
    ko: "탈퇴 예정일에 정리되지 않은 항목이 남아 있을 때",
  },
  data: z.object({
    name: z.string(),
    shop: z.string(),
    obstacles: z.array(z.string()).min(1),
    link: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      shop: "Demo Hosting",
      obstacles: ["a server that is running", "an unpaid request to pay"],
      link: "https://shop.example/portal/privacy",
    },
    ko: {
      name: "김민아",
      shop: "데모 호스팅",
      obstacles: ["이용 중인 서버", "미납 청구서"],
      link: "https://shop.example/ko/portal/privacy",
    },
  }),
  words: {
    en: letter({
      subject: "Your erasure has to wait",
      before: [
        "Hello {{ name }},",
        'what {{ shop }} holds about you was to be erased today, but this is still open: {{ obstacles | join: ", " }}.',
        "Once it is settled, the erasure continues automatically. We check every day.",
      ],
      button: { label: "See what is open", address: "link" },
    }),
    ko: letter({
      subject: "회원 탈퇴 처리가 보류되었습니다",
      before: [
        "{{ name }} 님, 안녕하세요.",
        '오늘 {{ shop }}의 개인정보를 파기할 예정이었으나 아직 정리되지 않은 항목이 있습니다: {{ obstacles | join: ", " }}',
        "정리되면 자동으로 파기가 진행됩니다. 매일 다시 확인합니다.",
      ],
      button: { label: "남은 항목 확인", address: "link" },
    }),
  },
})
