import { spellNumber } from "#kit/spelling.ts"

/** The elements of a parsed message that our words use; the numbers are the parser's own. */
export type MessageElement =
  | { readonly type: 0; readonly value: string }
  | { readonly type: 1 | 2; readonly value: string }
  | { readonly type: 5; readonly value: string; readonly options: Options }
  | { readonly type: 6; readonly value: string; readonly options: Options }
  | { readonly type: 7 }

type Options = Readonly<Record<string, { readonly value: readonly MessageElement[] }>>
type Values = Readonly<Record<string, string | number | Date>>

/**
 * Stands in for the package of the same name in the browser, where messages arrive parsed: its formatter weighs six
 * times as much, on every page. A test holds both to the same words.
 */
export class IntlMessageFormat {
  readonly #message: readonly MessageElement[]
  readonly #locale: string

  constructor(message: string | readonly MessageElement[], locale: string) {
    this.#message = typeof message === "string" ? [{ type: 0, value: message }] : message
    this.#locale = locale
  }

  format(values: Values = {}): string {
    return this.#write(this.#message, values, 0)
  }

  #write(elements: readonly MessageElement[], values: Values, counted: number): string {
    return elements.map((element) => this.#writeOne(element, values, counted)).join("")
  }

  #writeOne(element: MessageElement, values: Values, counted: number): string {
    switch (element.type) {
      case 0:
        return element.value
      case 1:
        return String(values[element.value] ?? "")
      case 2:
        return this.#number(Number(values[element.value]))
      case 7:
        return this.#number(counted)
      case 5:
        return this.#write(pick(element.options, String(values[element.value])), values, counted)
      case 6: {
        const count = Number(values[element.value])
        const rule = new Intl.PluralRules(this.#locale).select(count)
        return this.#write(pick(element.options, `=${count}`, rule), values, count)
      }
    }
  }

  #number(value: number): string {
    return spellNumber(value, this.#locale)
  }
}

function pick(options: Options, ...wanted: readonly string[]): readonly MessageElement[] {
  const found = wanted.find((name) => Object.hasOwn(options, name)) ?? "other"
  return options[found]?.value ?? []
}
