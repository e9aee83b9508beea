import type { Language, Say } from "../refusal.ts"

/** The part of a zod issue we word ourselves: its own messages are for programmers, and in English. */
export interface InputIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[]
  readonly code?: string
  readonly origin?: string
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
  readonly format?: string
  readonly input?: unknown
}

export function sayIssue(issue: InputIssue, language: Language): string {
  return wordsOf(issue)[language]
}

function wordsOf(issue: InputIssue): Say {
  if (issue.code === "too_small") return tooSmall(issue)
  if (issue.code === "too_big") return tooBig(issue)
  if (issue.code === "invalid_type") {
    return { en: "Please fill this in.", ko: "값을 입력해 주세요." }
  }
  if (issue.code === "invalid_format" && issue.format === "email") {
    return { en: "This is not an e-mail address.", ko: "이메일 주소 형식이 올바르지 않습니다." }
  }
  if (issue.code === "invalid_format") {
    return (
      knownFormats[issue.message] ?? {
        en: "This is not written as expected.",
        ko: "형식이 올바르지 않습니다.",
      }
    )
  }
  if (issue.code === "invalid_value") {
    return { en: "Please choose one of the values offered.", ko: "제시된 값 중에서 선택해 주세요." }
  }
  if (issue.code === "unrecognized_keys") {
    return { en: "This field is not known here.", ko: "알 수 없는 항목입니다." }
  }
  return { en: "Please check this value.", ko: "값을 확인해 주세요." }
}

/** A contract names a format in place of zod's message: `.regex(…, "host name")`. */
const knownFormats: Readonly<Record<string, Say>> = {
  "address part": {
    en: "Small letters, digits and hyphens between them, as in vps-start.",
    ko: "vps-start처럼 영문 소문자와 숫자를 하이픈(-)으로 이어 입력해 주세요.",
  },
  "coupon code": {
    en: "Letters, digits and hyphens between them, as in WELCOME-10.",
    ko: "WELCOME-10처럼 영문자와 숫자를 하이픈(-)으로 이어 입력해 주세요.",
  },
  amount: {
    en: "Please write an amount, as in 11,000 or 8.90.",
    ko: "11,000 또는 8.90처럼 금액을 입력해 주세요.",
  },
  "host name": {
    en: "Please use a full name with a dot in it: letters, digits and hyphens only, as in web1.example.com.",
    ko: "web1.example.com처럼 점(.)이 들어간 전체 이름을 영문자, 숫자, 하이픈(-)으로 입력해 주세요.",
  },
}

function tooSmall({ origin, minimum }: InputIssue): Say {
  if (origin === "string" && Number(minimum) === 1) {
    return { en: "Please fill this in.", ko: "값을 입력해 주세요." }
  }
  if (origin === "string") {
    return { en: `Please use at least ${minimum} characters.`, ko: `${minimum}자 이상 입력해 주세요.` }
  }
  if (origin === "array") {
    return { en: `Please choose at least ${minimum}.`, ko: `${minimum}개 이상 선택해 주세요.` }
  }
  return { en: `The smallest value is ${minimum}.`, ko: `${minimum} 이상이어야 합니다.` }
}

function tooBig({ origin, maximum }: InputIssue): Say {
  if (origin === "string") {
    return { en: `Please use at most ${maximum} characters.`, ko: `${maximum}자까지 입력할 수 있습니다.` }
  }
  if (origin === "array") {
    return { en: `Please choose at most ${maximum}.`, ko: `${maximum}개까지 선택할 수 있습니다.` }
  }
  return { en: `The largest value is ${maximum}.`, ko: `${maximum} 이하여야 합니다.` }
}
