import { declareRefusals } from "#kit/refusal.ts"

/** The words after the dot are the protocol's own where a program reads them (RFC 6749, 5.2). */
export const oauthRefusals = declareRefusals("oauth", {
  invalid_request: {
    status: 400,
    say: {
      en: "The request is not as the protocol wants it: {what}.",
      ko: "요청이 프로토콜 규격에 맞지 않습니다: {what}",
    },
  },
  invalid_client: {
    status: 401,
    say: {
      en: "This program could not show who it is.",
      ko: "연동 앱을 확인하지 못했습니다.",
    },
  },
  invalid_grant: {
    status: 400,
    say: {
      en: "This code or token is not good, or not good any more, for this program.",
      ko: "코드 또는 토큰이 유효하지 않거나 이 연동 앱의 것이 아닙니다.",
    },
  },
  unsupported_grant_type: {
    status: 400,
    say: {
      en: "Only authorization_code and refresh_token are given here.",
      ko: "authorization_code와 refresh_token만 지원합니다.",
    },
  },
  invalid_scope: {
    status: 400,
    say: {
      en: "This is more than was allowed.",
      ko: "허용된 범위를 벗어난 요청입니다.",
    },
  },
  invalid_token: {
    status: 401,
    say: { en: "This token is not good any more.", ko: "토큰이 더 이상 유효하지 않습니다." },
  },
  insufficient_scope: {
    status: 403,
    say: { en: "This token may not read that.", ko: "이 토큰으로는 조회할 수 없습니다." },
  },
  client_unknown: {
    status: 400,
    say: {
      en: "The program that sent you here is not known to this shop. Please tell whoever runs it.",
      ko: "등록되지 않은 연동 앱에서 보낸 요청입니다. 해당 앱의 운영자에게 알려 주세요.",
    },
  },
  redirect_unknown: {
    status: 400,
    say: {
      en: "The program wants you back at an address that it has not registered here, so we send you nowhere. Please tell whoever runs it.",
      ko: "연동 앱이 등록하지 않은 주소로 돌아가도록 요청하여 진행을 중단했습니다. 해당 앱의 운영자에게 알려 주세요.",
    },
  },
  request_over: {
    status: 410,
    say: {
      en: "This took too long. Please go back to the program and begin again.",
      ko: "시간이 초과되었습니다. 연동 앱으로 돌아가 다시 시작해 주세요.",
    },
  },
  acting_as_customer: {
    status: 403,
    say: {
      en: "Staff who act as a customer can't sign in elsewhere as that customer.",
      ko: "고객 화면으로 보는 동안에는 고객으로 다른 앱에 로그인할 수 없습니다.",
    },
  },
  client_missing: {
    status: 404,
    say: { en: "There is no such program.", ko: "연동 앱을 찾을 수 없습니다." },
  },
  client_ended: {
    status: 409,
    say: {
      en: "This program has been ended. Please register it anew.",
      ko: "이미 종료된 연동 앱입니다. 새로 등록해 주세요.",
    },
  },
  client_has_no_secret: {
    status: 409,
    say: {
      en: "This program runs where secrets can't be kept, so it has none.",
      ko: "비밀 값을 보관할 수 없는 앱이므로 비밀 키를 사용하지 않습니다.",
    },
  },
  too_many_clients: {
    status: 409,
    say: {
      en: "There are {limit} programs already. Please end one first.",
      ko: "연동 앱이 이미 {limit}개 있습니다. 먼저 하나를 종료해 주세요.",
    },
  },
  address_refused: {
    status: 422,
    say: {
      en: "{address} can't be used: it has to be a whole https address without #, * or a user name. An app may also use its own scheme (com.example.app:/done) or http://127.0.0.1.",
      ko: "{address} 주소는 사용할 수 없습니다. #, *, 사용자 이름이 없는 전체 https 주소여야 합니다. 설치형 앱은 고유 스킴(com.example.app:/done)이나 http://127.0.0.1도 사용할 수 있습니다.",
    },
  },
  grant_missing: {
    status: 404,
    say: { en: "You have not allowed this program anything.", ko: "허용한 내역이 없는 연동 앱입니다." },
  },
})
