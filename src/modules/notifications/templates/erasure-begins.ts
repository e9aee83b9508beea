import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

const list = (line: string) => `{% for one in stays %}${line}{% endfor %}`

/** The last mail to this address: afterwards we don't know it any more. */
export const erasureBegins = defineTemplate({
  name: "erasure-begins",
  class: "legal",
  kind: null,
  title: { en: "Erasure started", ko: "개인정보 파기 시작" },
  when: {
    en: "The erasure starts; the last mail to this address",
    ko: "개인정보 파기를 시작할 때 마지막으로 발송",
  },
  data: z.object({
    name: z.string(),
    shop: z.string(),
    stays: z.array(z.object({ what: z.string(), until: z.iso.date() })),
  }),
  secrets: [],
  samples: samplesOf({
    en: { name: "Alex Morgan", shop: "Demo Hosting", stays: [{ what: "Invoices", until: "2031-03-02" }] },
    ko: { name: "김민아", shop: "데모 호스팅", stays: [{ what: "거래명세서", until: "2031-03-02" }] },
  }),
  words: {
    en: letter({
      subject: "Your data is being erased",
      before: [
        "Hello {{ name }},",
        "As you asked, {{ shop }} is now erasing what it holds about you. Your sign-in is closed. You can use this address for a new account at any time.",
        `What the law requires us to keep is stored separately and used for nothing else:${list(" {{ one.what }}, until {{ one.until | day }} at the latest.")}`,
        "This is our last mail to you. Thank you for having been with us.",
      ],
    }),
    ko: letter({
      subject: "개인정보 파기를 시작합니다",
      before: [
        "{{ name }} 님, 안녕하세요.",
        "신청하신 대로 {{ shop }}에서 보관 중인 개인정보를 파기합니다. 로그인은 종료되었으며, 같은 이메일 주소로 언제든지 다시 가입하실 수 있습니다.",
        `법령에 따라 보존해야 하는 기록은 분리하여 보관하며 다른 용도로 이용하지 않습니다.${list(" {{ one.what }}: 최대 {{ one.until | day }}까지.")}`,
        "이 메일은 마지막 안내입니다. 그동안 이용해 주셔서 감사합니다.",
      ],
    }),
  },
})
