import { declareRefusals } from "#kit/refusal.ts"

export const federationRefusals = declareRefusals("federation", {
  provider_missing: {
    status: 404,
    say: {
      en: "This shop doesn't offer that way to sign in.",
      ko: "이 쇼핑몰에서 제공하지 않는 로그인 방법입니다.",
    },
  },
  provider_taken: {
    status: 409,
    say: {
      en: "There is one of this kind already. Please change that one.",
      ko: "같은 종류가 이미 등록되어 있습니다. 기존 설정을 변경해 주세요.",
    },
  },
  issuer_needed: {
    status: 422,
    say: {
      en: "Please enter the issuer: the https address that its discovery document begins with.",
      ko: "발급자(issuer)의 https 주소를 입력해 주세요.",
    },
  },
  address_refused: {
    status: 422,
    say: {
      en: "{address} can't be used: it has to be a whole https address.",
      ko: "{address} 주소는 사용할 수 없습니다. 전체 https 주소여야 합니다.",
    },
  },
  secret_needed: {
    status: 422,
    say: { en: "Please enter the client secret.", ko: "클라이언트 비밀 키를 입력해 주세요." },
  },
  secret_needed_again: {
    status: 422,
    say: {
      en: "The address is another one now, so please enter the client secret that belongs to it.",
      ko: "주소가 변경되었습니다. 해당 주소의 클라이언트 비밀 키를 다시 입력해 주세요.",
    },
  },
  turned_away: {
    status: 403,
    say: {
      en: "You have not allowed it there, so nothing happened. Please try again, or sign in another way.",
      ko: "로그인을 취소하셨거나 허용하지 않으셨습니다. 다시 시도하시거나 다른 방법으로 로그인해 주세요.",
    },
  },
  no_answer: {
    status: 503,
    say: {
      en: "The other sign-in does not answer as it should right now. Please try again later, or sign in another way.",
      ko: "외부 로그인 서비스가 정상적으로 응답하지 않습니다. 잠시 후 다시 시도하시거나 다른 방법으로 로그인해 주세요.",
    },
  },
  way_back_over: {
    status: 410,
    say: {
      en: "This sign-in was begun in another browser or took too long. Please begin again.",
      ko: "다른 브라우저에서 시작했거나 시간이 초과된 로그인입니다. 처음부터 다시 시도해 주세요.",
    },
  },
  address_unverified: {
    status: 403,
    say: {
      en: "The other sign-in could not show us a confirmed e-mail address. Please sign in with your password or make an account; then connect it in the security settings.",
      ko: "외부 로그인에서 확인된 이메일 주소를 받지 못했습니다. 비밀번호로 로그인하시거나 회원가입 후 보안 설정에서 연결해 주세요.",
    },
  },
  not_shown_anew: {
    status: 403,
    say: {
      en: "The other sign-in could not show us that you have just signed in there. Please confirm it another way, or choose a password by e-mail first.",
      ko: "외부 로그인에서 방금 로그인하셨는지 확인할 수 없습니다. 다른 방법으로 확인하시거나 먼저 메일로 비밀번호를 설정해 주세요.",
    },
  },
  somebody_else: {
    status: 409,
    say: {
      en: "You are signed in with another address than the one that was shown to us. Please sign in with {email} first.",
      ko: "현재 로그인한 계정의 이메일 주소가 다릅니다. 먼저 {email} 계정으로 로그인해 주세요.",
    },
  },
})
