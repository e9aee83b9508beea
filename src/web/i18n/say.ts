import { IntlMessageFormat } from "intl-messageformat"
import type { Words } from "./define-words.ts"
import { type Language, locales } from "./languages.ts"

export type Values = Readonly<Record<string, string | number | Date>>
export type Say<Key extends string> = (key: Key, values?: Values) => string

type Compiled = ReturnType<IntlMessageFormat["getAst"]>

/** Words of a folder in one language. On the server messages are text; in the browser they come parsed. */
export function sayIn<Key extends string>(words: Words<Key>, language: Language): Say<Key> {
  return (key, values) => {
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
