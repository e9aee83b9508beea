import type { PageServices } from "../../api-context.ts"
import type { Language } from "../../i18n/languages.ts"

type Templates = PageServices["api"]["notifications"]["templates"]
export type Template = Awaited<ReturnType<Templates["get"]>>
export type TemplateItem = Awaited<ReturnType<Templates["list"]>>["items"][number]
export type Wording = Template["history"][number]
export type Words = Template["house"]["en"]

export interface Trial {
  readonly language: Language
  readonly sample: number
  readonly words: Words
}

/** What the editor sends, to be saved, looked at or mailed. */
export function readTrial(values: Readonly<Record<string, string | undefined>>): Trial {
  const lines = (name: string) => (values[`words/${name}`] ?? "").replaceAll("\r\n", "\n")
  return {
    language: readLanguage(values["language"]),
    sample: Math.max(0, Math.trunc(Number(values["sample"] ?? 0))) || 0,
    words: { subject: lines("subject"), text: lines("text"), html: lines("html") },
  }
}

export function readLanguage(text: string | null | undefined): Language {
  return text === "ko" ? "ko" : "en"
}
