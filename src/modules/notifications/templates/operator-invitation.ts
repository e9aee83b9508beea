import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

export const operatorInvitation = defineTemplate({
  name: "operator-invitation",
  class: "transactional",
  kind: null,
  title: { en: "Invitation to run a shop", ko: "운영자 초대" },
  when: { en: "A shop was created and its operator is invited", ko: "쇼핑몰이 개설되어 운영자를 초대할 때" },
  data: z.object({ shop: z.string(), link: z.url() }),
  secrets: ["link"],
  samples: samplesOf({
    en: { shop: "Demo Hosting", link: "https://shop.example/invitation?token=Zx81sample" },
    ko: { shop: "데모 호스팅", link: "https://shop.example/ko/invitation?token=Zx81sample" },
  }),
  words: {
    en: letter({
      subject: "{{ shop }} is ready for you",
      before: [
        "Hello,",
        "{{ shop }} has been set up, and you have been invited to run it.",
        "Follow the link and sign up with this e-mail address. You choose your own password.",
      ],
      button: { label: "Take over {{ shop }}", address: "link" },
      after: [
        "Once you have confirmed your address, open this link again and accept.",
        "The link is valid for 7 days and only for this address. If you did not expect this, ignore this e-mail.",
      ],
    }),
    ko: letter({
      subject: "{{ shop }} 준비가 끝났습니다",
      before: [
        "안녕하세요.",
        "{{ shop }} 쇼핑몰이 개설되었으며, 운영자로 초대되셨습니다.",
        "아래 링크를 열고 이 메일을 받은 주소로 가입해 주세요. 비밀번호는 직접 정하며 다른 사람은 알 수 없습니다.",
      ],
      button: { label: "{{ shop }} 운영 시작하기", address: "link" },
      after: [
        "이메일 주소를 확인한 뒤 이 링크를 다시 열어 초대를 수락해 주세요.",
        "링크는 7일 동안 이 주소로만 사용할 수 있습니다. 모르는 초대라면 아무것도 하지 않으셔도 됩니다.",
      ],
    }),
  },
})
