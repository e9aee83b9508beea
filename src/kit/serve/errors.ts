import { declareRefusals } from "../refusal.ts"

/** What can be wrong with a request before any module has looked at it. */
export const requestRefusals = declareRefusals("request", {
  malformed: {
    status: 400,
    say: { en: "The request could not be read.", ko: "요청을 해석할 수 없습니다." },
  },
  invalid: {
    status: 422,
    say: { en: "Please check the marked fields.", ko: "표시된 항목을 확인해 주세요." },
  },
  sign_in_needed: {
    status: 401,
    say: { en: "Please sign in first.", ko: "먼저 로그인해 주세요." },
  },
  session_over: {
    status: 401,
    say: {
      en: "This key or session is not valid any more.",
      ko: "유효하지 않은 키이거나 세션이 만료되었습니다.",
    },
  },
  not_allowed: {
    status: 403,
    say: { en: "You are not allowed to do this.", ko: "이 작업을 수행할 권한이 없습니다." },
  },
  not_from_here: {
    status: 403,
    say: {
      en: "This request came from another site, so it was not carried out.",
      ko: "다른 사이트에서 보낸 요청이므로 처리하지 않았습니다.",
    },
  },
  path_missing: {
    status: 404,
    say: { en: "There is nothing at this address.", ko: "요청하신 주소를 찾을 수 없습니다." },
  },
  too_large: {
    status: 413,
    say: { en: "This is too large to be accepted.", ko: "허용된 크기를 초과했습니다." },
  },
  too_many: {
    status: 429,
    say: {
      en: "Too many requests. Please wait {seconds} seconds and try again.",
      ko: "요청이 너무 많습니다. {seconds}초 후에 다시 시도해 주세요.",
    },
  },
  busy: {
    status: 503,
    say: {
      en: "Too much is going on at this moment. Nothing was done; please try again in a few seconds.",
      ko: "지금 요청이 몰려 처리하지 못했습니다. 진행된 내용은 없으니 잠시 후 다시 시도해 주세요.",
    },
  },
  too_many_live: {
    status: 429,
    say: {
      en: "Too many live views are open at once. Please close one, or try again in {seconds} seconds.",
      ko: "동시에 열린 실시간 화면이 너무 많습니다. 하나를 닫거나 {seconds}초 후에 다시 시도해 주세요.",
    },
  },
  key_needed: {
    status: 400,
    say: {
      en: "Please send an Idempotency-Key header with this request, so that repeating it is safe.",
      ko: "중복 처리를 막기 위해 Idempotency-Key 헤더를 함께 보내 주세요.",
    },
  },
  key_malformed: {
    status: 400,
    say: {
      en: "An Idempotency-Key is 1 to 255 visible characters.",
      ko: "Idempotency-Key는 공백 없는 1~255자여야 합니다.",
    },
  },
  key_reused: {
    status: 422,
    say: {
      en: "This Idempotency-Key was already used for a different request.",
      ko: "이미 다른 요청에 사용된 Idempotency-Key입니다.",
    },
  },
  key_in_use: {
    status: 409,
    say: {
      en: "The same request is being carried out right now. Please ask again in a moment.",
      ko: "같은 요청을 처리하고 있습니다. 잠시 후 다시 시도해 주세요.",
    },
  },
  stopping: {
    status: 503,
    say: {
      en: "We are restarting. Please try again in a moment.",
      ko: "서버를 다시 시작하고 있습니다. 잠시 후 다시 시도해 주세요.",
    },
  },
})

/** For everything unforeseen: says nothing about the inside. */
export const failureWords = {
  en: "Something went wrong on our side. We have been told; please try again.",
  ko: "시스템 오류가 발생했습니다. 담당자에게 전달되었으니 잠시 후 다시 시도해 주세요.",
} as const
