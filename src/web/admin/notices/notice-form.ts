import type { ApiClient } from "../../api-context.ts"
import { readMarkedText } from "./marked-text.ts"

export type Notice = Awaited<ReturnType<ApiClient["notices"]["get"]>>
type Wish = Parameters<ApiClient["notices"]["create"]>[0]

export const kinds = ["news", "maintenance", "incident", "resolved", "changes", "terms"] as const
export const importances = ["normal", "important", "urgent"] as const

/** What the form sent, as the API takes it. */
export function readNotice(values: Readonly<Record<string, string>>, timeZone: string): Wish {
  const text = (name: string) => values[name] ?? ""
  const accountKind = text("accountKind")
  return {
    kind: (text("kind") || "news") as Wish["kind"],
    importance: (text("importance") || "normal") as Wish["importance"],
    title: { en: text("title/en"), ko: text("title/ko") },
    body: { en: readMarkedText(text("body/en")), ko: readMarkedText(text("body/ko")) },
    audience: {
      accountKinds: accountKind === "consumer" || accountKind === "business" ? [accountKind] : [],
      countries: text("countries")
        .toUpperCase()
        .split(/[\s,]+/)
        .filter(Boolean),
      tagIds: Object.keys(values).flatMap((name) =>
        name.startsWith("tag:") ? [name.slice("tag:".length)] : [],
      ),
      needsService: text("needsService") === "yes",
    },
    expiresAt: readLocalMoment(text("expiresAt"), timeZone) ?? null,
  }
}

/** "2026-11-26T22:00" as the shop's clock shows it. What is no such text is left for the API to refuse. */
export function readLocalMoment(text: string, timeZone: string): string | undefined {
  if (text === "") return undefined
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return text
  return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant().toString()
}

export function writeLocalMoment(at: string | null, timeZone: string): string {
  if (at === null) return ""
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime()
  return local.toString({ smallestUnit: "minute" })
}
