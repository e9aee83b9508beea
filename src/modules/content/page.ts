import type { Language, Say } from "#kit/refusal.ts"
import { legalPages, type pageKinds } from "./contract.ts"

export type PageKind = (typeof pageKinds)[number]
export type LegalPage = (typeof legalPages)[number]

/** Words in both languages; what a shop does not say in one is empty there. */
export interface PageText {
  readonly title: Say
  readonly summary: Say
  readonly body: Say
}

/** Texts that are there from the first day, whether or not anybody has written in them. */
export const fixedPages = [...legalPages, "about"] as const
export type FixedPage = (typeof fixedPages)[number]

export function findFixedPage(id: string): FixedPage | undefined {
  return fixedPages.find((page) => page === id)
}

export function kindOfFixed(page: FixedPage): PageKind {
  return page === "about" ? "about" : "legal"
}

/** Texts that people agree to when they sign up: a new version asks them anew. */
export function isAgreedTo(slug: string): slug is "terms" | "privacy" {
  return slug === "terms" || slug === "privacy"
}

/** Versions are named by their day, and those of one day counted: names sort as they follow each other. */
export function nameVersion(fromDay: Temporal.PlainDate, taken: readonly string[]): string {
  const day = fromDay.toString()
  const ofDay = taken.filter((version) => version.startsWith(day)).length
  return ofDay === 0 ? day : `${day}.${String(ofDay + 1).padStart(2, "0")}`
}

/** The language a text is read in: the reader's, or the other one where the shop says nothing in it. */
export function readableIn(text: Say, wanted: Language): Language {
  const other = wanted === "en" ? "ko" : "en"
  return text[wanted] === "" && text[other] !== "" ? other : wanted
}

/** A shop has a handful of texts; these are bounds, not goals. */
export const MOST_PAGES = 500
export const MOST_VERSIONS = 200
