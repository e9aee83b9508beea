import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Customer sign-in",
    lead: "How customers sign up and sign in. Passwords, passkeys and authenticator apps are always available.",
    toSettings: "All settings",
    needsPrivacyTick: "Require ticking the privacy notice at sign-up",
    needsPrivacyTickHelp:
      "No law requires consent for what a contract needs. The tick also records that the text was read.",
    allowsMagicLinks: "Allow sign-in links by e-mail instead of a password",
    allowsMagicLinksHelp:
      "Valid once, for 15 minutes. Anyone who can read the mailbox can sign in; two-factor authentication is still required.",
    save: "Save",
    saved: "Saved.",
    elsewhere: "External sign-in: Google, GitHub, Kakao, Naver, OpenID Connect",
  },
  ko: {
    title: "회원 로그인 정책",
    lead: "회원가입과 로그인 방법을 설정합니다. 비밀번호, 패스키, 인증 앱은 항상 사용할 수 있습니다.",
    toSettings: "전체 설정",
    needsPrivacyTick: "회원가입 시 개인정보처리방침 확인을 필수로 합니다",
    needsPrivacyTickHelp:
      "계약 이행에 필요한 처리에는 동의를 받을 법적 의무가 없습니다. 필수로 하면 내용을 확인했다는 기록이 남습니다.",
    allowsMagicLinks: "비밀번호 대신 메일 링크로 로그인할 수 있습니다",
    allowsMagicLinksHelp:
      "링크는 15분 동안 한 번만 사용할 수 있습니다. 메일함을 보는 사람은 누구나 로그인할 수 있으며 2단계 인증은 그대로 확인합니다.",
    save: "저장",
    saved: "저장되었습니다.",
    elsewhere: "외부 로그인: 구글, 깃허브, 카카오, 네이버, OpenID Connect",
  },
})
