import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    confirmTitle: "Your new e-mail address",
    confirmWhat:
      "From now on you sign in with this address. Other browsers are signed out, and the old address is notified.",
    confirm: "Use this address",
    confirmed: "From now on you sign in with {email}.",
    onward: "On to your account",
    keepTitle: "Your e-mail address was changed, and it wasn't you?",
    keepWhat:
      "We set your sign-in back to this address, sign everybody out and stop the password. Then we mail you a link to choose a new one.",
    keep: "This wasn't me",
    kept: "You sign in with this address again, and everybody is signed out. We have mailed you a link to choose a new password.",
  },
  ko: {
    confirmTitle: "새 이메일 주소 확인",
    confirmWhat:
      "이제 이 주소로 로그인하시게 됩니다. 다른 기기에서는 로그아웃되며 기존 주소로도 안내해 드립니다.",
    confirm: "이 주소 사용하기",
    confirmed: "이제 {email} 주소로 로그인하실 수 있습니다.",
    onward: "내 계정으로 이동",
    keepTitle: "본인이 이메일 주소를 변경하지 않으셨나요?",
    keepWhat:
      "이 주소로 되돌리고 모든 기기에서 로그아웃하며, 기존 비밀번호는 사용할 수 없게 됩니다. 비밀번호를 새로 정하실 링크를 메일로 보내 드립니다.",
    keep: "본인이 아닙니다",
    kept: "이 주소로 되돌리고 모든 기기에서 로그아웃했습니다. 새 비밀번호를 정하실 링크를 메일로 보냈습니다.",
  },
})
