import type { Language } from "#kit/refusal.ts"
import { fieldWords } from "./field-words.ts"

interface ArchiveWords {
  readonly pageName: string
  readonly title: string
  readonly machine: string
  readonly nothing: string
  readonly none: string
  readonly yes: string
  readonly no: string
  lead(name: string, shop: string, seller: string, moment: string): string
  more(shown: number, there: number, isCut: boolean, file: string): string
}

/** The words of the page inside a copy, which is read without us. */
export const archiveWords: Readonly<Record<Language, ArchiveWords>> = {
  en: {
    pageName: "my-data.html",
    title: "Your data",
    machine:
      "The same stands in the folder “data”, as JSON for other programs. Passwords and other secrets are in neither.",
    nothing: "Where nothing is held about you",
    none: "none",
    yes: "yes",
    no: "no",
    lead: (name, shop, seller, moment) =>
      `Everything that ${shop} (${seller}) holds about ${name}, as it stood on ${moment}.`,
    more: (shown, there, isCut, file) =>
      `${shown} of ${isCut ? "more than " : ""}${there} are shown here; ${file} holds ${isCut ? "the first of them" : "all of them"}.`,
  },
  ko: {
    pageName: "내 개인정보.html",
    title: "개인정보 사본",
    machine:
      "같은 내용이 “data” 폴더에 JSON 형식으로도 들어 있습니다. 비밀번호 등 비밀 값은 포함되지 않습니다.",
    nothing: "보관 중인 내용이 없는 항목",
    none: "없음",
    yes: "예",
    no: "아니요",
    lead: (name, shop, seller, moment) =>
      `${moment} 기준으로 ${shop}(${seller})에서 보관 중인 ${name} 님의 개인정보입니다.`,
    more: (shown, there, isCut, file) =>
      `전체 ${there}건${isCut ? " 이상" : ""} 중 ${shown}건을 표시합니다. ${file} 파일에서 ${isCut ? "앞부분을" : "전체를"} 확인하실 수 있습니다.`,
  },
}

/** A column in words; a test sees to it that each that is handed out has them. */
export function sayField(column: string, language: Language): string {
  return fieldWords[column]?.[language === "en" ? 0 : 1] ?? column
}
