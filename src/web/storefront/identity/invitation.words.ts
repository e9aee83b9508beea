import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Invitation",
    what: "{inviter} invites you to help with the account {account}, as: {role}.",
    whatStaff: "{inviter} asks you to be one of the staff of this shop.",
    accept: "Accept",
    signIn: "Sign in to accept",
    signUp: "Sign up",
    signInWhat:
      "Sign in with the address the invitation was mailed to. Without a sign-in yet, sign up with it first and open the link again.",
    notYours:
      "You are signed in with another address than the one this was mailed to. Sign out, then sign in with that one.",
    admin: "administrator",
    billing: "billing",
    technical: "technical",
    viewer: "viewer",
    limited: "single services",
  },
  ko: {
    title: "초대",
    what: "{inviter} 님이 {account} 계정에 초대했습니다. 역할: {role}",
    whatStaff: "{inviter} 님이 이 쇼핑몰의 직원으로 초대했습니다.",
    accept: "초대 수락하기",
    signIn: "로그인하고 수락하기",
    signUp: "회원가입",
    signInWhat:
      "초대 메일을 받은 주소로 로그인해 주세요. 아직 회원이 아니라면 그 주소로 먼저 가입한 뒤 링크를 다시 열어 주세요.",
    notYours:
      "초대 메일을 받은 주소와 다른 주소로 로그인되어 있습니다. 로그아웃한 뒤 그 주소로 로그인해 주세요.",
    admin: "관리자",
    billing: "결제 담당",
    technical: "기술 담당",
    viewer: "조회 전용",
    limited: "지정 서비스",
  },
})
