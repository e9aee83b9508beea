import type { Language } from "../../i18n/languages.ts"

const inKorean: Readonly<Record<string, string>> = { Naver: "네이버", Kakao: "카카오" }

/** A shop that named them itself keeps its name; the houses' own are written as their readers write them. */
export function providerName(name: string, language: Language): string {
  return (language === "ko" ? inKorean[name] : undefined) ?? name
}

/** Who reads Korean most likely has an account there; for everybody else as the shop put them. */
export function inReadersOrder<One extends { readonly kind: string }>(
  offered: readonly One[],
  language: Language,
): readonly One[] {
  if (language !== "ko") return offered
  const known = ["naver", "kakao"]
  const place = ({ kind }: One) => (known.includes(kind) ? known.indexOf(kind) : known.length)
  return offered.toSorted((first, second) => place(first) - place(second))
}

/** "네이버로", "사내 계정으로": the particle goes by how the name ends; what isn't written in Korean takes the short one. */
export function byProvider(name: string, language: Language): string {
  const shown = providerName(name, language)
  if (language !== "ko") return shown
  const syllable = (shown.codePointAt(shown.length - 1) ?? 0) - FIRST_SYLLABLE
  const final = syllable >= 0 && syllable < SYLLABLES ? syllable % FINALS : 0
  return final === 0 || final === RIEUL ? `${shown}로` : `${shown}으로`
}

const FIRST_SYLLABLE = 0xac00
const SYLLABLES = 11_172
const FINALS = 28
const RIEUL = 8
