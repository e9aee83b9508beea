import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

/** Nothing of the data is in the mail, nor a link that opens it: that takes a sign-in and a fresh proof. */
export const dataExportReady = defineTemplate({
  name: "data-export-ready",
  class: "transactional",
  kind: "security",
  title: { en: "Data copy ready", ko: "개인정보 사본 준비 완료" },
  when: { en: "A requested data copy is ready", ko: "요청한 개인정보 사본이 준비되었을 때" },
  data: z.object({ name: z.string(), shop: z.string(), until: z.iso.date(), link: z.url() }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      shop: "Demo Hosting",
      until: "2026-03-09",
      link: "https://shop.example/portal/privacy",
    },
    ko: {
      name: "김민아",
      shop: "데모 호스팅",
      until: "2026-03-09",
      link: "https://shop.example/ko/portal/privacy",
    },
  }),
  words: {
    en: letter({
      subject: "Your data copy is ready",
      before: [
        "Hello {{ name }},",
        "Your copy of everything {{ shop }} holds about you is ready. You can download it until {{ until | day }}; after that it is deleted.",
      ],
      button: { label: "Download my data", address: "link" },
      after: [
        "For your security you need to sign in and confirm your identity.",
        "If you did not request this, please change your password and contact us.",
      ],
    }),
    ko: letter({
      subject: "개인정보 사본이 준비되었습니다",
      before: [
        "{{ name }} 님, 안녕하세요.",
        "{{ shop }}에서 보관 중인 회원님의 개인정보 사본이 준비되었습니다. {{ until | day }}까지 내려받으실 수 있으며, 이후에는 삭제됩니다.",
      ],
      button: { label: "내려받기", address: "link" },
      after: [
        "안전을 위해 로그인과 본인 확인이 필요합니다.",
        "요청하신 적이 없다면 비밀번호를 변경하고 저희에게 알려 주세요.",
      ],
    }),
  },
})
