import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

/** To the new address: nothing has changed until its reader says so. */
export const emailChange = defineTemplate({
  name: "change-email",
  class: "transactional",
  kind: "security",
  title: { en: "Confirm your new address", ko: "새 이메일 주소 확인" },
  when: {
    en: "Somebody changes their address; sent to the new one",
    ko: "이메일 변경을 신청했을 때 새 주소로 발송",
  },
  data: z.object({ name: z.string(), shop: z.string(), link: z.url() }),
  secrets: ["link"],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      shop: "Demo Hosting",
      link: "https://shop.example/another-email?token=Zx81sample",
    },
    ko: {
      name: "김민아",
      shop: "데모 호스팅",
      link: "https://shop.example/ko/another-email?token=Zx81sample",
    },
  }),
  words: {
    en: letter({
      subject: "Confirm your new e-mail address",
      before: [
        "Hello {{ name }},",
        "Somebody signed in to {{ shop }} wants to use this address for their account. Confirm it here while signed in to the same account.",
      ],
      button: { label: "Use this address", address: "link" },
      after: [
        "The link works once and is valid for one day. Until you confirm, the old address stays.",
        "If this wasn't you, ignore this e-mail: nothing changes without your confirmation.",
      ],
    }),
    ko: letter({
      subject: "새 이메일 주소를 확인해 주세요",
      before: [
        "{{ name }} 님, 안녕하세요.",
        "{{ shop }}에서 이 주소로 이메일을 변경하려는 요청이 있었습니다. 같은 계정으로 로그인한 상태에서 아래 버튼을 눌러 주세요.",
      ],
      button: { label: "이 주소 사용하기", address: "link" },
      after: [
        "링크는 한 번만 사용할 수 있으며 하루 동안 유효합니다. 그때까지는 기존 주소가 유지됩니다.",
        "요청하신 적이 없다면 아무것도 하지 않으셔도 됩니다. 확인하지 않으면 변경되지 않습니다.",
      ],
    }),
  },
})
