import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

/** To whoever signs up with an address nobody has used here. */
export const addressConfirmation = defineTemplate({
  name: "confirm-address",
  class: "transactional",
  kind: null,
  title: { en: "Confirm your address", ko: "이메일 주소 확인" },
  when: {
    en: "Somebody signs up with an address that has no account yet",
    ko: "가입하지 않은 이메일 주소로 회원가입을 신청했을 때",
  },
  data: z.object({ name: z.string(), shop: z.string(), link: z.url(), hasOrder: z.boolean() }),
  secrets: ["link"],
  samples: samplesOf(
    {
      en: {
        name: "Alex Morgan",
        shop: "Demo Hosting",
        link: "https://shop.example/confirm?token=Zx81sample",
        hasOrder: false,
      },
      ko: {
        name: "김민아",
        shop: "데모 호스팅",
        link: "https://shop.example/ko/confirm?token=Zx81sample",
        hasOrder: false,
      },
    },
    [{}, { hasOrder: true }],
  ),
  words: {
    en: letter({
      subject: "Please confirm your e-mail address",
      before: [
        "Hello {{ name }},",
        "You asked for an account at {{ shop }} with this address. Please confirm that it is yours.{% if hasOrder %} Your order then appears in your account.{% endif %}",
      ],
      button: { label: "Confirm address", address: "link" },
      after: [
        "The link works once and is valid for 7 days.",
        "If this wasn't you, ignore this e-mail: no account is created without your confirmation.",
      ],
    }),
    ko: letter({
      subject: "이메일 주소를 확인해 주세요",
      before: [
        "{{ name }} 님, 안녕하세요.",
        "이 주소로 {{ shop }} 회원가입을 신청하셨습니다. 본인의 주소인지 확인해 주세요.{% if hasOrder %} 확인하시면 주문이 회원 계정에 연결됩니다.{% endif %}",
      ],
      button: { label: "이메일 주소 확인", address: "link" },
      after: [
        "링크는 한 번만 사용할 수 있으며 7일 동안 유효합니다.",
        "신청하신 적이 없다면 아무것도 하지 않으셔도 됩니다. 확인하지 않으시면 계정이 만들어지지 않습니다.",
      ],
    }),
  },
})
