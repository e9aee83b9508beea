import type { Language } from "#kit/refusal.ts"
import { type PageText, readableIn } from "./page.ts"
import { type Rendered, renderMarkdown } from "./render-markdown.ts"

export interface ToldText extends Rendered {
  readonly language: Language
  readonly title: string
  readonly summary: string
}

/** As it is read: in the reader's language where the shop says something in it. */
export function tellText({ title, summary, body }: PageText, wanted: Language): ToldText {
  const language = readableIn(body, wanted)
  return {
    language,
    title: title[language] || title[wanted],
    summary: summary[language],
    ...renderMarkdown(body[language], wanted),
  }
}
