import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

/** To whoever has an account already: the page told nobody, this mail tells its owner. */
export const addressKnown = defineTemplate({
  name: "address-known",
  class: "transactional",
  kind: null,
  title: { en: "You already have an account", ko: "이미 가입된 주소" },
  when: {
    en: "Somebody signs up or orders with an address that has an account",
    ko: "이미 가입된 이메일 주소로 회원가입을 신청하거나 주문했을 때",
  },
  data: z.object({ name: z.string(), shop: z.string(), link: z.url(), hasOrder: z.boolean() }),
  secrets: ["link"],
  samples: samplesOf(
    {
      en: {
        name: "Alex Morgan",
        shop: "Demo Hosting",
        link: "https://shop.example/confirm?token=Zx81sample",
        hasOrder: true,
      },
      ko: {
        name: "김민아",
        shop: "데모 호스팅",
        link: "https://shop.example/ko/confirm?token=Zx81sample",
        hasOrder: true,
      },
    },
    [{}, { hasOrder: false }],
  ),
  words: {
    en: letter({
      subject: "You already have an account",
      before: [
        "Hello {{ name }},",
        "{% if hasOrder %}an order was placed at {{ shop }} with this address, which has an account already. If it is yours, press the button and it appears in your account. Your password stays as it is.{% else %}somebody tried to create an account at {{ shop }} with this address, but you already have one. Sign in with your password, or reset it on the sign-in page.{% endif %}",
      ],
      button: {
        label: "{% if hasOrder %}This is my order{% else %}Sign in{% endif %}",
        address: "link",
      },
      after: ["If this wasn't you, ignore this e-mail. Nothing about your account has changed."],
    }),
    ko: letter({
      subject: "이미 가입된 이메일 주소입니다",
      before: [
        "{{ name }} 님, 안녕하세요.",
        "{% if hasOrder %}{{ shop }}에서 이 주소로 주문이 접수되었습니다. 이미 가입된 주소이므로, 본인의 주문이라면 아래 버튼을 눌러 계정에 연결해 주세요. 비밀번호는 그대로 유지됩니다.{% else %}{{ shop }}에서 이 주소로 회원가입 신청이 있었습니다. 이미 가입되어 있으니 기존 비밀번호로 로그인하시거나, 로그인 페이지에서 비밀번호 재설정을 신청해 주세요.{% endif %}",
      ],
      button: {
        label: "{% if hasOrder %}내 주문입니다{% else %}로그인하러 가기{% endif %}",
        address: "link",
      },
      after: ["신청하신 적이 없다면 아무것도 하지 않으셔도 됩니다. 계정에는 변경된 내용이 없습니다."],
    }),
  },
})
