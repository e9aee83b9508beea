import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

const changes = [
  "second-factor-on",
  "second-factor-off",
  "passkey-added",
  "passkey-removed",
  "way-added",
  "way-removed",
] as const

const english =
  '{% case change %}{% when "second-factor-on" %}Two-factor authentication with an authenticator app is now on.{% when "second-factor-off" %}Two-factor authentication with an authenticator app is now off.{% when "passkey-added" %}A passkey was added and can be used to sign in.{% when "way-added" %}An external account was connected and can be used to sign in.{% when "way-removed" %}A connected external account was removed.{% else %}A passkey was removed.{% endcase %}'
const korean =
  '{% case change %}{% when "second-factor-on" %}이제 로그인할 때 인증 앱 코드를 확인합니다.{% when "second-factor-off" %}이제 로그인할 때 인증 앱 코드를 확인하지 않습니다.{% when "passkey-added" %}패스키가 추가되었습니다. 해당 패스키로 로그인할 수 있습니다.{% when "way-added" %}외부 계정이 연결되었습니다. 해당 계정으로 로그인할 수 있습니다.{% when "way-removed" %}외부 계정 연결이 해제되었습니다.{% else %}패스키가 삭제되었습니다.{% endcase %}'

export const securityChange = defineTemplate({
  name: "security-change",
  class: "transactional",
  kind: "security",
  title: { en: "Sign-in methods changed", ko: "로그인 설정 변경" },
  when: {
    en: "Two-factor authentication, a passkey or an external account was added or removed",
    ko: "2단계 인증, 패스키, 외부 로그인이 추가되거나 해제되었을 때",
  },
  data: z.object({ name: z.string(), shop: z.string(), change: z.enum(changes), link: z.url() }),
  secrets: ["link"],
  samples: samplesOf(
    {
      en: {
        name: "Alex Morgan",
        shop: "Demo Hosting",
        change: "second-factor-on",
        link: "https://shop.example/not-me?token=Zx81sample",
      },
      ko: {
        name: "김민아",
        shop: "데모 호스팅",
        change: "second-factor-on",
        link: "https://shop.example/ko/not-me?token=Zx81sample",
      },
    },
    [
      {},
      { change: "second-factor-off" },
      { change: "passkey-added" },
      { change: "passkey-removed" },
      { change: "way-added" },
      { change: "way-removed" },
    ],
  ),
  words: {
    en: letter({
      subject: "Your sign-in methods have changed",
      before: [
        "Hello {{ name }},",
        `The way you sign in to {{ shop }} has changed. ${english}`,
        "If this wasn't you, press the button: all sessions are signed out and the old password stops working.",
      ],
      button: { label: "This wasn't me", address: "link" },
    }),
    ko: letter({
      subject: "로그인 설정이 변경되었습니다",
      before: [
        "{{ name }} 님, 안녕하세요.",
        `{{ shop }} 로그인 설정이 변경되었습니다. ${korean}`,
        "본인이 변경하지 않으셨다면 아래 버튼을 눌러 주세요. 모든 기기에서 로그아웃되며 기존 비밀번호는 더 이상 사용할 수 없습니다.",
      ],
      button: { label: "본인이 아닙니다", address: "link" },
    }),
  },
})
