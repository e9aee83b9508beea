import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    or: "or",
    by: "Continue with {name}",
    joinTitle: "Make an account",
    joinWhat: "{provider} has confirmed {email}. A few more things and you are a customer here.",
    name: "Name",
    join: "Make an account",
    connectTitle: "Connect {provider}",
    connectWhat: "There is an account with the address {email} here. Is it yours?",
    connectSignIn: "Sign in with it once the way you know; then {provider} opens it too.",
    toSignIn: "Sign in to connect",
    connectReady: "You are signed in as {email}. From now on {provider} opens this account as well.",
    connectOther: "You are signed in as {other}. Sign in with {email} to connect {provider}.",
    connect: "Connect",
    notNow: "Not now",
    elsewhereTitle: "That sign-in did not work",
    turned_away:
      "It was not allowed over there, so nothing has happened. Please try again, or sign in another way.",
    no_answer:
      "The other sign-in does not answer as it should right now. Please try again later, or sign in another way.",
    way_back_over: "This sign-in was begun in another browser or took too long. Please begin again.",
    address_unverified:
      "The other sign-in could not show us a confirmed e-mail address. Please sign in with your password or make an account; then connect it in the security settings.",
    not_shown_anew:
      "The other sign-in could not show us that you have just signed in there. Please confirm it another way, or choose a password by e-mail first.",
    provider_missing: "This shop doesn't offer that way to sign in.",
    way_taken:
      "That account is somebody else's way in here already. Please use another one, or sign in with it.",
    toSecurity: "To your security settings",
    backToSignIn: "Back to sign-in",
    toSignUp: "Make an account",
  },
  ko: {
    or: "또는",
    by: "{name} 계속하기",
    joinTitle: "회원가입",
    joinWhat: "{provider}에서 {email} 주소를 확인했습니다. 아래 항목만 입력하시면 가입이 완료됩니다.",
    name: "이름",
    join: "회원가입",
    connectTitle: "{provider} 연결",
    connectWhat: "{email} 주소로 가입된 계정이 있습니다. 본인의 계정인가요?",
    connectSignIn: "기존 방법으로 한 번 로그인하시면 이후에는 {provider} 계정으로도 로그인하실 수 있습니다.",
    toSignIn: "로그인하고 연결하기",
    connectReady: "{email} 님으로 로그인되어 있습니다. 앞으로 {provider} 계정으로도 로그인하실 수 있습니다.",
    connectOther:
      "{other} 님으로 로그인되어 있습니다. {provider} 계정을 연결하시려면 {email} 계정으로 로그인해 주세요.",
    connect: "연결하기",
    notNow: "나중에 하기",
    elsewhereTitle: "외부 로그인을 완료하지 못했습니다",
    turned_away:
      "로그인을 취소하셨거나 허용하지 않으셨습니다. 다시 시도하시거나 다른 방법으로 로그인해 주세요.",
    no_answer:
      "외부 로그인 서비스가 정상적으로 응답하지 않습니다. 잠시 후 다시 시도하시거나 다른 방법으로 로그인해 주세요.",
    way_back_over: "다른 브라우저에서 시작했거나 시간이 초과된 로그인입니다. 처음부터 다시 시도해 주세요.",
    address_unverified:
      "외부 로그인에서 확인된 이메일 주소를 받지 못했습니다. 비밀번호로 로그인하시거나 회원가입 후 보안 설정에서 연결해 주세요.",
    not_shown_anew:
      "외부 로그인에서 방금 로그인하셨는지 확인할 수 없습니다. 다른 방법으로 확인하시거나 먼저 메일로 비밀번호를 설정해 주세요.",
    provider_missing: "이 쇼핑몰에서 제공하지 않는 로그인 방법입니다.",
    way_taken:
      "이미 다른 회원의 로그인에 연결된 계정입니다. 다른 계정을 사용하거나 그 계정으로 로그인해 주세요.",
    toSecurity: "보안 설정으로 가기",
    backToSignIn: "로그인하러 가기",
    toSignUp: "회원가입",
  },
})
