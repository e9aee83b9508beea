import type { PageText } from "./page.ts"

/** A template to begin with; the shop writes its own. */
export const defaultAbout: PageText = {
  title: { en: "About {{shop}}", ko: "{{shop}} 소개" },
  summary: {
    en: "Who runs your server, where to find us, and how we work.",
    ko: "서버를 운영하는 회사와 일하는 방식을 소개합니다.",
  },
  body: {
    en: `## What we do

We run servers for people who have something better to do than run servers. You choose a size and a place, pay, and watch it being built, step by step, until you can sign in.

## How we work

- **The first figure is the last figure.** Prices show the tax, and a set-up fee if there is one. What you see is what is charged.
- **Nothing happens behind your back.** You see each step of building, who in your team did what, and which browsers are signed in.
- **Leaving is as easy as coming.** Ending a service takes one page, and what you have not used comes back as the [terms](/terms) say.

## Who we are

{{shop}} is a business of {{seller}}, {{address}}. Write to {{email}} or call {{phone}}; a person answers.
`,
    ko: `## 하는 일

서버를 직접 관리할 시간을 더 중요한 일에 쓰실 수 있도록 서버를 운영합니다. 사양과 데이터센터를 선택하고 결제하시면, 서버 세팅의 모든 단계를 실시간으로 확인하고 완료되는 즉시 접속하실 수 있습니다.

## 일하는 방식

- **처음 본 금액이 결제 금액입니다.** 부가세와 설치비를 처음부터 함께 표시합니다.
- **과정을 숨기지 않습니다.** 서버 세팅 단계, 구성원의 작업 기록, 로그인된 기기를 모두 확인하실 수 있습니다.
- **해지도 가입만큼 쉽습니다.** 한 화면에서 해지하실 수 있으며, 이용하지 않은 기간은 [이용약관](/terms)에 따라 환불됩니다.

## 회사 정보

운영사: {{seller}}, {{address}}

{{email}} 또는 {{phone}}으로 문의하시면 담당자가 답변해 드립니다.
`,
  },
}
