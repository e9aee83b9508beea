import type { z } from "zod"
import type { Language, Say } from "#kit/refusal.ts"
import type { MessageClass, MessageKind } from "./message.ts"

/** A message we can send: its class, what it must be given, and its words in every language. */
export interface Template<Data = unknown> {
  readonly name: string
  readonly class: MessageClass
  /** What people choose by which mails they get; null: to staff, or to somebody who has no account yet. */
  readonly kind: MessageKind | null
  /** Neither law nor contract asks for it: whoever doesn't want its kind isn't sent it. */
  readonly isOptional?: true
  /** What staff know it by, and when it goes out. */
  readonly title: Say
  readonly when: Say
  readonly data: z.ZodType<Data>
  /**
   * Values that open something by themselves: links with a token. They reach the reader of the mail and nobody else;
   * what staff are shown of a message is written without them (blank-secrets.ts).
   */
  readonly secrets: readonly string[]
  /** What it is tried and shown with: each case its words distinguish, in names people of that language have. */
  readonly samples: Samples<Data>
  readonly words: Readonly<Record<Language, TemplateWords>>
}

export type Samples<Data> = Readonly<Record<Language, readonly [Data, ...Data[]]>>

/** Liquid: values, `if`, `for` and the filters of liquid-engines.ts. The frame around the html is the brand's. */
export interface TemplateWords {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export function defineTemplate<Data>(
  template: Template<Data> & {
    readonly samples: Samples<NoInfer<Data>>
    readonly secrets: readonly (keyof NoInfer<Data> & string)[]
  },
): Template<Data> {
  return template
}

/** A sample in each language, once for every case: what differs there is put over it. */
export function samplesOf<Data extends object>(
  { en, ko }: Readonly<Record<Language, Data>>,
  cases: readonly [Partial<Data>, ...Partial<Data>[]] = [{}],
): Samples<Data> {
  const [first, ...others] = cases
  const over = (sample: Data): readonly [Data, ...Data[]] => [
    { ...sample, ...first },
    ...others.map((one) => ({ ...sample, ...one })),
  ]
  return { en: over(en), ko: over(ko) }
}
