import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Sign in",
    email: "E-mail",
    password: "Password",
    signIn: "Sign in",
    noAccount: "No account yet? You get one with your first order.",
    signedInAs: "You are signed in as {name}.",
    goOn: "Go on",
    signOut: "Sign out",
  },
  ko: {
    title: "로그인",
    email: "이메일",
    password: "비밀번호",
    signIn: "로그인",
    noAccount: "아직 회원이 아니신가요? 첫 주문 시 함께 가입하실 수 있습니다.",
    signedInAs: "{name} 님으로 로그인되어 있습니다.",
    goOn: "계속하기",
    signOut: "로그아웃",
  },
})
