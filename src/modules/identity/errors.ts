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
  vat_number_wrong: {
    status: 422,
    say: {
      en: "This is no VAT number of that country: there they look like {example}. Please correct it, or leave it empty if you have none.",
      ko: "해당 국가의 VAT 번호 형식이 아닙니다(예: {example}). 번호를 고치거나, 없으면 비워 두세요.",
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
  sign_in_wait: {
    status: 429,
    say: {
      en: "There were too many tries. Please wait {seconds} seconds and try again.",
      ko: "시도 횟수가 너무 많습니다. {seconds}초 후에 다시 시도해 주세요.",
    },
  },
  code_wrong: {
    status: 422,
    say: {
      en: "This code isn't right or was used before. Please wait for the next one.",
      ko: "코드가 올바르지 않거나 이미 사용되었습니다. 다음 코드를 입력해 주세요.",
    },
  },
  second_step_over: {
    status: 401,
    say: {
      en: "This took too long. Please sign in again from the beginning.",
      ko: "시간이 초과되었습니다. 처음부터 다시 로그인해 주세요.",
    },
  },
  proof_needed: {
    status: 403,
    say: {
      en: "Please confirm first that it is you.",
      ko: "먼저 본인 확인을 해 주세요.",
    },
  },
  password_wrong: {
    status: 422,
    say: { en: "This password isn't right.", ko: "비밀번호가 올바르지 않습니다." },
  },
  second_factor_on: {
    status: 409,
    say: {
      en: "Codes of an app are already set up.",
      ko: "인증 앱이 이미 설정되어 있습니다.",
    },
  },
  second_factor_off: {
    status: 409,
    say: {
      en: "No codes of an app are set up.",
      ko: "인증 앱이 설정되어 있지 않습니다.",
    },
  },
  passkey_refused: {
    status: 422,
    say: {
      en: "This passkey could not be checked. Please try again, or sign in another way.",
      ko: "패스키를 확인하지 못했습니다. 다시 시도하시거나 다른 방법으로 로그인해 주세요.",
    },
  },
  passkey_missing: {
    status: 404,
    say: { en: "There is no such passkey.", ko: "패스키를 찾을 수 없습니다." },
  },
  session_missing: {
    status: 404,
    say: { en: "This session has ended already.", ko: "이미 종료된 로그인입니다." },
  },
  last_way_in: {
    status: 409,
    say: {
      en: "This is the only way you can sign in. Please add another one first.",
      ko: "로그인할 수 있는 유일한 방법입니다. 먼저 다른 방법을 추가해 주세요.",
    },
  },
  way_taken: {
    status: 409,
    say: {
      en: "That account is somebody else's way in here already. Please use another one, or sign in with it.",
      ko: "이미 다른 회원의 로그인에 연결된 계정입니다. 다른 계정을 사용하거나 그 계정으로 로그인해 주세요.",
    },
  },
  way_missing: {
    status: 404,
    say: { en: "This account isn't connected.", ko: "연결되어 있지 않은 계정입니다." },
  },
  links_off: {
    status: 404,
    say: {
      en: "This shop sends no links to sign in with. Please use your password or a passkey.",
      ko: "로그인 링크를 사용하지 않는 쇼핑몰입니다. 비밀번호나 패스키로 로그인해 주세요.",
    },
  },
})
