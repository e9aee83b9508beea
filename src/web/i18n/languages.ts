import type { Language } from "#kit/refusal.ts"

export type { Language }

export const languages = ["en", "ko"] as const satisfies readonly Language[]

/** English lives at the plain address, Korean below /ko. A language is part of the address, never a guess. */
export const basenames: Record<Language, string> = { en: "/", ko: "/ko" }

/** Where the scripts of a language's pages lie: they carry its words and no others. */
export const scriptFolders: Record<Language, string> = { en: "/assets/", ko: "/assets/ko/" }

export const languageNames: Record<Language, string> = { en: "English", ko: "한국어" }

/** Formatting locales. British English: 24 hours and a month by name cannot be misread across the ocean. */
export const locales: Record<Language, string> = { en: "en-GB", ko: "ko-KR" }

export const languageCookie = "language"

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text)
}

export function languageOfPath(pathname: string): Language {
  return pathname === "/ko" || pathname.startsWith("/ko/") ? "ko" : "en"
}

/** "/ko/cart" → "/cart" */
export function withoutLanguage(pathname: string): string {
  return languageOfPath(pathname) === "ko" ? pathname.slice(3) || "/" : pathname
}

/** "/cart" → "/ko/cart"; takes a path with or without a language. */
export function withLanguage(pathname: string, language: Language): string {
  const plain = withoutLanguage(pathname)
  return language === "ko" ? `/ko${plain === "/" ? "" : plain}` : plain
}
