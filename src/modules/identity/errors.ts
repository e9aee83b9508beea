import { declareRefusals } from "#kit/refusal.ts"

export const identityRefusals = declareRefusals("identity", {
  sign_in_failed: {
    status: 401,
    say: {
      en: "E-mail and password don't match. Please check both and try again.",
      ko: "이메일 또는 비밀번호가 일치하지 않습니다. 다시 확인해 주세요.",
    },
  },
  sign_in_busy: {
    status: 503,
    say: {
      en: "Very many people are signing in right now. Please try again in a moment.",
      ko: "현재 로그인 요청이 많습니다. 잠시 후 다시 시도해 주세요.",
    },
  },
  email_taken: {
    status: 409,
    say: {
      en: "There is an account with this e-mail address. Please sign in to go on.",
      ko: "이미 가입된 이메일 주소입니다. 로그인한 뒤 계속해 주세요.",
    },
  },
  person_missing: {
    status: 404,
    say: {
      en: "There is nobody with this e-mail address here.",
      ko: "해당 이메일 주소의 사용자가 없습니다.",
    },
  },
  account_missing: {
    status: 404,
    say: { en: "There is no such account.", ko: "계정을 찾을 수 없습니다." },
  },
  api_key_missing: {
    status: 404,
    say: { en: "There is no such API key.", ko: "API 키를 찾을 수 없습니다." },
  },
  key_not_from_here: {
    status: 403,
    say: {
      en: "This key may not be used from this network. Its maker can allow more addresses in a new key.",
      ko: "이 네트워크에서는 사용할 수 없는 API 키입니다. 키를 만든 사람이 새 키에서 주소를 더 허용할 수 있습니다.",
    },
  },
  scope_not_yours: {
    status: 422,
    say: {
      en: "A key can't be given what you may not do yourself: {scope}.",
      ko: "본인에게 없는 권한은 키에 부여할 수 없습니다: {scope}",
    },
  },
  too_many_api_keys: {
    status: 409,
    say: {
      en: "There are {limit} active keys already. Please end one first.",
      ko: "사용 중인 API 키가 이미 {limit}개입니다. 먼저 하나를 폐기해 주세요.",
    },
  },
  link_over: {
    status: 410,
    say: {
      en: "This link has been used or is too old. Please ask for another one.",
      ko: "이미 사용했거나 만료된 링크입니다. 새 링크를 요청해 주세요.",
    },
  },
  phone_wrong: {
    status: 422,
    say: {
      en: "This is no telephone number we could ring. Please write it as you would dial it, or with its country code.",
      ko: "올바른 전화번호가 아닙니다. 평소 사용하시는 형식이나 국가번호를 포함한 형식으로 입력해 주세요.",
    },
  },
  privacy_unread: {
    status: 422,
    say: {
      en: "Please confirm that you have read the privacy notice.",
      ko: "개인정보처리방침을 확인하신 후 체크해 주세요.",
    },
  },
  password_breached: {
    status: 422,
    say: {
      en: "This password is in a public list of stolen passwords, so others try it first. Please choose another one.",
      ko: "유출된 비밀번호 목록에 있어 도용될 위험이 큽니다. 다른 비밀번호를 사용해 주세요.",
    },
  },
})
