import { readCookie } from "./i18n/negotiate-language.ts"

export const themes = ["light", "dark"] as const
export type Theme = (typeof themes)[number]

export const themeCookie = "theme"

/** What the reader chose; undefined while the device decides. */
export function themeOf(headers: Headers): Theme | undefined {
  const text = readCookie(headers, themeCookie)
  return themes.find((theme) => theme === text)
}
