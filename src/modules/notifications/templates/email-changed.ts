import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

/** To the old address, whose owner may be somebody whose session was stolen. */
export const emailChangedMail = defineTemplate({
  name: "email-changed",
  class: "transactional",
  kind: "security",
  title: { en: "Your address was changed", ko: "이메일 주소 변경 완료" },
  when: { en: "The address was changed; sent to the old one", ko: "이메일이 변경되었을 때 기존 주소로 발송" },
  data: z.object({ name: z.string(), shop: z.string(), link: z.url() }),
  secrets: ["link"],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      shop: "Demo Hosting",
      link: "https://shop.example/keep-email?token=Zx81sample",
    },
    ko: { name: "김민아", shop: "데모 호스팅", link: "https://shop.example/ko/keep-email?token=Zx81sample" },
  }),
  words: {
    en: letter({
      subject: "Your e-mail address was changed",
      before: [
        "Hello {{ name }},",
        "From now on you sign in to {{ shop }} with another e-mail address, and our e-mails go there.",
        "If this wasn't you, press the button: this address is restored, all sessions are signed out and the password stops working.",
      ],
      button: { label: "This wasn't me", address: "link" },
      after: ["The button works once, for 30 days."],
    }),
    ko: letter({
      subject: "이메일 주소가 변경되었습니다",
      before: [
        "{{ name }} 님, 안녕하세요.",
        "이제 {{ shop }}에 새 이메일 주소로 로그인하시게 되며, 안내 메일도 새 주소로 발송됩니다.",
        "본인이 변경하지 않으셨다면 아래 버튼을 눌러 주세요. 이 주소로 되돌리고 모든 기기에서 로그아웃되며, 기존 비밀번호는 사용할 수 없게 됩니다.",
      ],
      button: { label: "본인이 아닙니다", address: "link" },
      after: ["버튼은 30일 동안 한 번만 사용할 수 있습니다."],
    }),
  },
})
