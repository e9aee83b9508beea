import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

export const staffInvitation = defineTemplate({
  name: "staff-invitation",
  class: "transactional",
  kind: null,
  title: { en: "Staff invitation", ko: "직원 초대" },
  when: { en: "Somebody is invited to join the staff", ko: "직원으로 초대했을 때" },
  data: z.object({ account: z.string(), inviter: z.string(), shop: z.string(), link: z.url() }),
  secrets: ["link"],
  samples: samplesOf({
    en: {
      account: "Demo Hosting",
      inviter: "Alex Morgan",
      shop: "Demo Hosting",
      link: "https://shop.example/invitation?token=Zx81sample",
    },
    ko: {
      account: "데모 호스팅",
      inviter: "김민아",
      shop: "데모 호스팅",
      link: "https://shop.example/ko/invitation?token=Zx81sample",
    },
  }),
  words: {
    en: letter({
      subject: "{{ inviter }} invites you to the team of {{ shop }}",
      before: [
        "Hello,",
        "{{ inviter }} has invited you to join the staff of {{ shop }}.",
        "Follow the link and sign in with this e-mail address. If you have no account yet, sign up with it first.",
      ],
      button: { label: "See the invitation", address: "link" },
      after: [
        "The link is valid for 7 days and only for this address.",
        "If you did not expect this, ignore this e-mail.",
      ],
    }),
    ko: letter({
      subject: "{{ inviter }} 님이 {{ shop }} 직원으로 초대했습니다",
      before: [
        "안녕하세요.",
        "{{ inviter }} 님이 {{ shop }}의 직원으로 초대했습니다.",
        "아래 링크를 열고 이 메일을 받은 주소로 로그인해 주세요. 아직 회원이 아니라면 이 주소로 먼저 가입해 주세요.",
      ],
      button: { label: "초대 확인하기", address: "link" },
      after: [
        "링크는 7일 동안 이 주소로만 사용할 수 있습니다.",
        "모르는 초대라면 아무것도 하지 않으셔도 됩니다.",
      ],
    }),
  },
})
