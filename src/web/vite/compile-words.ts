import { pathToFileURL } from "node:url"
import { IntlMessageFormat } from "intl-messageformat"
import type { Plugin } from "vite"

type Catalogue = Record<string, Record<string, string>>

/**
 * Browsers get messages already parsed, and a formatter without its parser: half the bytes.
 * The server keeps the text and parses it once.
 */
export function compileWords(): Plugin {
  return {
    name: "hostwell-compile-words",
    enforce: "pre",
    applyToEnvironment: (environment) => environment.name === "client",
    async resolveId(source, importer) {
      if (source !== "@formatjs/icu-messageformat-parser") return null
      return this.resolve("@formatjs/icu-messageformat-parser/no-parser.js", importer, { skipSelf: true })
    },
    async transform(_code, id) {
      const [file = ""] = id.split("?")
      if (!isWordsFile(file)) return null
      // The time in the address makes a changed file a new module while developing.
      const module: { words: Catalogue } = await import(`${pathToFileURL(file).href}?at=${Date.now()}`)
      const others = Object.keys(module).filter((name) => name !== "words")
      if (others.length > 0) this.error(`${file} may export nothing but words, not ${others.join(", ")}.`)
      return { code: `export const words = ${JSON.stringify(compile(module.words))}`, map: null }
    },
  }
}

/** "words.ts" and "order.words.ts" are catalogues; "define-words.ts" is not. */
function isWordsFile(file: string): boolean {
  return /[./]words\.ts$/.test(file)
}

function compile(catalogue: Catalogue) {
  return Object.fromEntries(
    Object.entries(catalogue).map(([language, messages]) => [
      language,
      Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, compileMessage(text)])),
    ]),
  )
}

function compileMessage(text: string) {
  return /[{}'<]/.test(text) ? new IntlMessageFormat(text).getAst() : text
}
