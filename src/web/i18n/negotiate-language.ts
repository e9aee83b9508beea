import { isLanguage, type Language, languageCookie } from "./languages.ts"

/** What the reader prefers: their earlier choice, else the browser's list. Undefined when neither says. */
export function negotiateLanguage(headers: Headers): Language | undefined {
  const chosen = readCookie(headers, languageCookie)
  if (isLanguage(chosen)) return chosen
  return rankedTags(headers.get("accept-language") ?? "").find(isLanguage)
}

export function readCookie(headers: Headers, name: string): string | undefined {
  const pair = (headers.get("cookie") ?? "")
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
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
