import { isLanguage, type Language, languageCookie } from "./languages.ts"

/** A request's headers, whoever read them. */
export type Heads = Pick<Headers, "get">

/** What the reader prefers: their earlier choice, else the browser's list. Undefined when neither says. */
export function negotiateLanguage(headers: Heads): Language | undefined {
  const chosen = readCookie(headers, languageCookie)
  if (isLanguage(chosen)) return chosen
  return preferredOf(headers.get("accept-language") ?? "")
}

export function readCookie(headers: Heads, name: string): string | undefined {
  const cookies = headers.get("cookie")
  if (!cookies) return undefined
  const pair = cookies
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

const preferences = new Map<string, Language | undefined>()
/** Browsers send some hundred different lists; whoever makes up more only makes us read them. */
const MOST_PREFERENCES = 500
const LONGEST_REMEMBERED = 100

function preferredOf(header: string): Language | undefined {
  if (preferences.has(header)) return preferences.get(header)
  const preferred = rankedTags(header).find(isLanguage)
  if (header.length > LONGEST_REMEMBERED) return preferred
  if (preferences.size >= MOST_PREFERENCES) preferences.clear()
  preferences.set(header, preferred)
  return preferred
}

function rankedTags(header: string): string[] {
  return header
    .slice(0, 400)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";")
      const quality = parameters.map((text) => text.trim()).find((text) => text.startsWith("q="))
      return { tag: tag.split("-")[0] ?? "", quality: quality ? Number(quality.slice(2)) || 0 : 1 }
    })
    .filter((entry) => entry.quality > 0)
    .toSorted((first, second) => second.quality - first.quality)
    .map((entry) => entry.tag)
}
