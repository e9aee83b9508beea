import { IntlMessageFormat } from "intl-messageformat"
import type { Words } from "./define-words.ts"
import { type Language, locales } from "./languages.ts"
import type { Placeholder } from "./placeholder.ts"

type Value = string | number | Date

/** A key's words. What its message has a place for must be given, and nothing else: both are caught by the compiler. */
export type Say<Messages extends Record<string, string>> = <Key extends keyof Messages>(
  key: Key,
  ...values: ValuesOf<Messages[Key]>
) => string

/** Words that ask for no value: how lists of pages, columns and choices name theirs. */
export type PlainKey<Messages extends Record<string, string>> = {
  [Key in keyof Messages]: [Placeholder<Messages[Key]>] extends [never] ? Key : never
}[keyof Messages]

/** Of several messages, one of which will be said: what any of them asks for. */
type ValuesOf<Message extends string> = [Placeholder<Message>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholder<Message>, Value>>]

type Compiled = ReturnType<IntlMessageFormat["getAst"]>

/** Words of a folder in one language. On the server messages are text; in the browser they come parsed. */
export function sayIn<const Messages extends Record<string, string>>(
  words: Words<Messages>,
  language: Language,
): Say<Messages> {
  return (key: keyof Messages, values?: Readonly<Record<string, Value>>) => {
    const message: string | Compiled = words[language][key]
    if (typeof message === "string" && !/[{}'<]/.test(message)) return message
    return String(formatter(message, language).format(values))
  }
}

const formatters = new Map<string | Compiled, IntlMessageFormat>()

/** Bounded by the number of messages we ship: no message is ever built from input. */
function formatter(message: string | Compiled, language: Language): IntlMessageFormat {
  const known = formatters.get(message)
  if (known) return known
  const made = new IntlMessageFormat(message, locales[language])
  formatters.set(message, made)
  return made
}
