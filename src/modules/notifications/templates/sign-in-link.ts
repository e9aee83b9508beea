import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

export const signInLink = defineTemplate({
  name: "sign-in-link",
  class: "transactional",
  kind: "security",
  title: { en: "Sign-in link", ko: "로그인 링크" },
  when: { en: "Somebody asks for a link to sign in", ko: "로그인 링크를 신청했을 때" },
  data: z.object({ name: z.string(), shop: z.string(), link: z.url() }),
  secrets: ["link"],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      shop: "Demo Hosting",
      link: "https://shop.example/sign-in/link?token=Zx81sample",
    },
    ko: {
      name: "김민아",
      shop: "데모 호스팅",
      link: "https://shop.example/ko/sign-in/link?token=Zx81sample",
    },
  }),
  words: {
    en: letter({
      subject: "Your sign-in link",
      before: ["Hello {{ name }},", "sign in to {{ shop }} with this link."],
      button: { label: "Sign in", address: "link" },
      after: [
        "The link works once and is valid for 15 minutes. Please don't share it.",
        "If this wasn't you, ignore this e-mail.",
      ],
    }),
    ko: letter({
      subject: "로그인 링크 안내",
      before: ["{{ name }} 님, 안녕하세요.", "아래 링크로 {{ shop }}에 로그인하실 수 있습니다."],
      button: { label: "로그인", address: "link" },
      after: [
        "링크는 한 번만 사용할 수 있으며 15분 동안 유효합니다. 다른 사람에게 전달하지 마세요.",
        "신청하신 적이 없다면 아무것도 하지 않으셔도 됩니다.",
      ],
    }),
  },
})
