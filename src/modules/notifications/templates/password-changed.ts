import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

export const passwordChangedMail = defineTemplate({
  name: "password-changed",
  class: "transactional",
  kind: "security",
  title: { en: "Password changed", ko: "비밀번호 변경 완료" },
  when: { en: "Somebody has chosen a new password", ko: "비밀번호가 변경되었을 때" },
  data: z.object({ name: z.string(), shop: z.string(), link: z.url() }),
  secrets: [],
  samples: samplesOf({
    en: { name: "Alex Morgan", shop: "Demo Hosting", link: "https://shop.example/forgot-password" },
    ko: { name: "김민아", shop: "데모 호스팅", link: "https://shop.example/ko/forgot-password" },
  }),
  words: {
    en: letter({
      subject: "Your password was changed",
      before: [
        "Hello {{ name }},",
        "Your password at {{ shop }} has just been changed, and all other sessions were signed out.",
        "If this wasn't you, please reset your password at once:",
      ],
      button: { label: "This wasn't me", address: "link" },
    }),
    ko: letter({
      subject: "비밀번호가 변경되었습니다",
      before: [
        "{{ name }} 님, 안녕하세요.",
        "{{ shop }} 비밀번호가 변경되었으며, 다른 기기의 로그인은 모두 해제되었습니다.",
        "본인이 변경하지 않으셨다면 지금 바로 비밀번호를 재설정해 주세요.",
      ],
      button: { label: "본인이 아닙니다", address: "link" },
    }),
  },
})
