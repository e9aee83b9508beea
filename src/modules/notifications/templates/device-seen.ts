import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

export const deviceSeen = defineTemplate({
  name: "device-seen",
  class: "transactional",
  kind: "security",
  title: { en: "New sign-in", ko: "새 기기 로그인 알림" },
  when: { en: "Somebody signs in from a device not seen before", ko: "처음 보는 기기에서 로그인했을 때" },
  data: z.object({
    name: z.string(),
    shop: z.string(),
    device: z.string(),
    address: z.string(),
    at: z.string(),
    link: z.url(),
  }),
  secrets: ["link"],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      shop: "Demo Hosting",
      device: "Firefox on Linux",
      address: "198.18.0.1",
      at: "2 March 2026 at 09:30",
      link: "https://shop.example/not-me?token=Zx81sample",
    },
    ko: {
      name: "김민아",
      shop: "데모 호스팅",
      device: "Windows의 Chrome",
      address: "198.18.0.1",
      at: "2026년 3월 2일 오전 9:30",
      link: "https://shop.example/ko/not-me?token=Zx81sample",
    },
  }),
  words: {
    en: letter({
      subject: "New sign-in to your account",
      before: [
        "Hello {{ name }},",
        "Somebody signed in to your account at {{ shop }} from a new device: {{ device }}, IP address {{ address }}, {{ at }}.",
        "If it was you, there is nothing to do. If not, press the button: all sessions are signed out and the old password stops working.",
      ],
      button: { label: "This wasn't me", address: "link" },
    }),
    ko: letter({
      subject: "다른 기기에서 로그인되었습니다",
      before: [
        "{{ name }} 님, 안녕하세요.",
        "{{ shop }} 계정이 처음 보는 기기에서 로그인되었습니다: {{ device }}, 접속 IP {{ address }}, {{ at }}.",
        "본인이 로그인하셨다면 아무것도 하지 않으셔도 됩니다. 본인이 아니라면 아래 버튼을 눌러 주세요. 모든 기기에서 로그아웃되며 기존 비밀번호는 더 이상 사용할 수 없습니다.",
      ],
      button: { label: "본인이 아닙니다", address: "link" },
    }),
  },
})
