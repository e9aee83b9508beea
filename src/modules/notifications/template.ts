import type { z } from "zod"
import type { Language } from "#kit/refusal.ts"
import type { MessageClass } from "./message.ts"

/** A message we can send: its class, what it must be given, and its words in every language. */
export interface Template<Data = unknown> {
  readonly name: string
  readonly class: MessageClass
  readonly data: z.ZodType<Data>
  readonly words: Readonly<Record<Language, TemplateWords>>
}

/** Liquid: values, `if`, `for` and the filters of render-message.ts. The frame around the html is the brand's. */
export interface TemplateWords {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export function defineTemplate<Data>(template: Template<Data>): Template<Data> {
  return template
}
