import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

export const memberInvitation = defineTemplate({
  name: "member-invitation",
  class: "transactional",
  kind: null,
  title: { en: "Invitation to an account", ko: "계정 초대" },
  when: { en: "A member invites somebody into their account", ko: "구성원이 다른 사람을 계정에 초대했을 때" },
  data: z.object({ account: z.string(), inviter: z.string(), shop: z.string(), link: z.url() }),
  secrets: ["link"],
  samples: samplesOf({
    en: {
      account: "Morgan Ltd",
      inviter: "Alex Morgan",
      shop: "Demo Hosting",
      link: "https://shop.example/invitation?token=Zx81sample",
    },
    ko: {
      account: "민아상사",
      inviter: "김민아",
      shop: "데모 호스팅",
      link: "https://shop.example/ko/invitation?token=Zx81sample",
    },
  }),
  words: {
    en: letter({
      subject: "{{ inviter }} invites you to an account at {{ shop }}",
      before: [
        "Hello,",
        "{{ inviter }} would like you to help with the account {{ account }} at {{ shop }}.",
        "Follow the link and sign in with this e-mail address. If you have no account yet, sign up with it first.",
      ],
      button: { label: "See the invitation", address: "link" },
      after: [
        "The link is valid for 7 days and only for this address.",
        "If you did not expect this, ignore this e-mail.",
      ],
    }),
    ko: letter({
      subject: "{{ inviter }} 님이 {{ shop }} 계정에 초대했습니다",
      before: [
        "안녕하세요.",
        "{{ inviter }} 님이 {{ shop }}의 {{ account }} 계정에 함께해 달라고 초대했습니다.",
        "아래 링크를 열고 이 메일을 받은 주소로 로그인해 주세요. 아직 회원이 아니라면 이 주소로 먼저 가입해 주세요.",
      ],
      button: { label: "초대 확인하기", address: "link" },
      after: [
        "링크는 7일 동안 이 주소로만 사용할 수 있습니다. 다른 사람에게 전달해도 사용할 수 없습니다.",
        "모르는 초대라면 아무것도 하지 않으셔도 됩니다.",
      ],
    }),
  },
})
