import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

/** At once, to the address itself: somebody else may have sat at the browser. The link needs no sign-in. */
export const erasureAsked = defineTemplate({
  name: "erasure-asked",
  class: "legal",
  kind: "security",
  title: { en: "Erasure requested", ko: "회원 탈퇴 신청 접수" },
  when: { en: "Somebody requests erasure", ko: "회원 탈퇴를 신청했을 때" },
  data: z.object({ name: z.string(), shop: z.string(), on: z.iso.date(), link: z.url() }),
  secrets: ["link"],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      shop: "Demo Hosting",
      on: "2026-03-16",
      link: "https://shop.example/erasure-undo?token=Zx81sample",
    },
    ko: {
      name: "김민아",
      shop: "데모 호스팅",
      on: "2026-03-16",
      link: "https://shop.example/ko/erasure-undo?token=Zx81sample",
    },
  }),
  words: {
    en: letter({
      subject: "You asked us to erase your account",
      before: [
        "Hello {{ name }},",
        "Your account at {{ shop }} and what we hold about you will be erased on {{ on | day }}. Until then everything stays as it is, and you can change your mind.",
      ],
      button: { label: "Keep my account", address: "link" },
      after: ["If this wasn't you, press the button, and then change your password."],
    }),
    ko: letter({
      subject: "회원 탈퇴 신청이 접수되었습니다",
      before: [
        "{{ name }} 님, 안녕하세요.",
        "{{ shop }} 회원 탈퇴 신청이 접수되었습니다. {{ on | day }}에 계정과 개인정보가 파기되며, 그 전까지는 그대로 이용하시고 언제든지 철회하실 수 있습니다.",
      ],
      button: { label: "탈퇴 철회", address: "link" },
      after: ["신청하신 적이 없다면 위 버튼을 누르신 뒤 비밀번호를 변경해 주세요."],
    }),
  },
})
