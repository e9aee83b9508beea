import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Open panel",
    asking: "We are asking the panel for your sign-in link…",
    ready: "Taking you to the panel…",
    used: "This link has been used. Ask for a new one on the page of your service.",
    failed: "The panel did not give us a link. Try again in a moment; your server itself is not affected.",
    go: "Go to the panel",
    back: "My services",
  },
  ko: {
    title: "관리 패널 열기",
    asking: "관리 패널에 로그인 링크를 요청하고 있습니다…",
    ready: "관리 패널로 이동합니다…",
    used: "이미 사용된 링크입니다. 서비스 페이지에서 다시 요청해 주세요.",
    failed:
      "관리 패널에서 링크를 받지 못했습니다. 잠시 후 다시 시도해 주세요. 서버 운영에는 영향이 없습니다.",
    go: "관리 패널로 이동",
    back: "나의 서비스",
  },
})
