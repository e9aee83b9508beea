import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

export const passwordReset = defineTemplate({
  name: "reset-password",
  class: "transactional",
  kind: "security",
  title: { en: "Password reset", ko: "비밀번호 재설정" },
  when: { en: "Somebody has forgotten their password", ko: "비밀번호 재설정을 신청했을 때" },
  data: z.object({ name: z.string(), shop: z.string(), link: z.url() }),
  secrets: ["link"],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      shop: "Demo Hosting",
      link: "https://shop.example/reset-password?token=Zx81sample",
    },
    ko: {
      name: "김민아",
      shop: "데모 호스팅",
      link: "https://shop.example/ko/reset-password?token=Zx81sample",
    },
  }),
  words: {
    en: letter({
      subject: "Reset your password",
      before: [
        "Hello {{ name }},",
        "You asked to reset your password at {{ shop }}. Choose a new one here; all sessions are then signed out.",
      ],
      button: { label: "Choose a password", address: "link" },
      after: [
        "The link works once and is valid for one hour.",
        "If this wasn't you, ignore this e-mail: your password stays as it is.",
      ],
    }),
    ko: letter({
      subject: "비밀번호 재설정 안내",
      before: [
        "{{ name }} 님, 안녕하세요.",
        "{{ shop }} 비밀번호 재설정을 신청하셨습니다. 아래에서 비밀번호를 정하시면 기존 로그인은 모두 해제됩니다.",
      ],
      button: { label: "비밀번호 재설정", address: "link" },
      after: [
        "링크는 한 번만 사용할 수 있으며 1시간 동안 유효합니다.",
        "신청하신 적이 없다면 아무것도 하지 않으셔도 됩니다. 비밀번호는 그대로 유지됩니다.",
      ],
    }),
  },
})
