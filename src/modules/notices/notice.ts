import type { z } from "zod"
import type { Language } from "#kit/refusal.ts"
import type { audienceShape, noticeStates } from "./contract.ts"

export const decisions = ["draft", "released", "withdrawn"] as const

export type Audience = z.infer<typeof audienceShape>
export type NoticeState = (typeof noticeStates)[number]

interface Standing {
  readonly decision: (typeof decisions)[number]
  readonly publishAt: Temporal.Instant | null
  readonly expiresAt: Temporal.Instant | null
}

/** Where it stands at a moment. Pure: the query for readers says the same in SQL. */
export function stateAt({ decision, publishAt, expiresAt }: Standing, now: Temporal.Instant): NoticeState {
  if (decision !== "released") return decision
  if (expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0) return "over"
  return publishAt && Temporal.Instant.compare(publishAt, now) > 0 ? "planned" : "live"
}

interface Written {
  readonly title: Readonly<Record<Language, string>>
  readonly body: Readonly<Record<Language, readonly unknown[]>>
}

/** The reader's own language where it is written in it, else the other one. */
export function languageFor({ title, body }: Written, wanted: Language): Language {
  const isWritten = (language: Language) => title[language] !== "" && body[language].length > 0
  const other = wanted === "en" ? "ko" : "en"
  return isWritten(wanted) || !isWritten(other) ? wanted : other
}

/**
 * The field a notice can't do without, where it is whole in no language: what was begun is to be finished, and else it
 * is to be written in the writer's own. Pure.
 */
export function findMissingField({ title, body }: Written, writer: Language): string | undefined {
  const standing = ([writer, writer === "en" ? "ko" : "en"] as const).map((language) => ({
    language,
    hasTitle: title[language] !== "",
    hasBody: body[language].length > 0,
  }))
  if (standing.some(({ hasTitle, hasBody }) => hasTitle && hasBody)) return undefined
  const begun = standing.find(({ hasTitle, hasBody }) => hasTitle !== hasBody)
  return `${begun?.hasTitle ? "body" : "title"}/${begun?.language ?? writer}`
}
