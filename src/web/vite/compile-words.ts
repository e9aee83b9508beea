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
      if (!file.endsWith("/words.ts")) return null
      // The time in the address makes a changed file a new module while developing.
      const module: { words: Catalogue } = await import(`${pathToFileURL(file).href}?at=${Date.now()}`)
      return { code: `export const words = ${JSON.stringify(compile(module.words))}`, map: null }
    },
  }
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
