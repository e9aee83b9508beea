import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Page } from "./browser.ts"

/** What a page says, piece by piece: without what is code, what somebody typed, and what is said to be in another language. */
export function readPhrases(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const given = "script, style, code, pre, kbd, textarea, svg, [translate=no], [lang]:not(html)"
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const phrases = new Set<string>()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.textContent ?? "").replaceAll(/\s+/g, " ").trim()
      if (text && !node.parentElement?.closest(given)) phrases.add(text)
    }
    return [...phrases]
  })
}

/** Two English words beside each other: a sentence's, not a name's. */
const LOOKS_ENGLISH = /[A-Za-z]{2,} [a-z]{2,}/
/** Of a longer phrase with names and figures in it: a piece that nobody would type as data. */
const PIECE = /[A-Za-z']+(?: [A-Za-z']+){3,}/g

/**
 * Said on the Korean page just as on the English one, and written in our own pages: nobody translated it. What somebody
 * typed, or a mail that went to somebody who reads English, stays as it is.
 */
export function findLeftEnglish(english: readonly string[], korean: readonly string[]): string[] {
  const known = new Set(english.filter((phrase) => LOOKS_ENGLISH.test(phrase)))
  const isOurs = (phrase: string) =>
    [phrase, ...(phrase.match(PIECE) ?? [])].some((piece) => readPages().includes(piece))
  return korean
    .filter((phrase) => known.has(phrase) && isOurs(phrase))
    .slice(0, 5)
    .map((phrase) => `in English on a Korean page: ${phrase.slice(0, 120)}`)
}

let pages: string | undefined

/** Everything that is written in the pages' own code. */
function readPages(): string {
  const place = resolve(import.meta.dirname, "../src/web")
  pages ??= readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(place, file), "utf8"))
    .join("\n")
  return pages
}
