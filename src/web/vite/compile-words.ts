import { createHash } from "node:crypto"
import { basename, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { IntlMessageFormat } from "intl-messageformat"
import type { Plugin } from "vite"
import { type Language, languages, scriptFolders } from "../i18n/languages.ts"

type Catalogue = Record<string, Record<string, string>>

/** What browsers format with: it knows the elements that our words use and nothing else. */
const browserFormatter = resolve(import.meta.dirname, "../i18n/compiled-message.ts")
const definer = resolve(import.meta.dirname, "../i18n/define-words.ts")

/**
 * Browsers get messages already parsed, and a formatter of our own. The server keeps the text and parses it once.
 * A page is in one language, so its scripts carry the words of that one: each script is written once per language, into a
 * folder of its own, and the pages of a language load from there (see server.ts).
 */
export function compileWords(): Plugin {
  const catalogues = new Map<string, Catalogue>()
  let isBuild = false
  return {
    name: "hostwell-compile-words",
    enforce: "pre",
    applyToEnvironment: (environment) => environment.name === "client",
    configResolved(config) {
      isBuild = config.command === "build"
    },
    resolveId: (source) => (source === "intl-messageformat" ? browserFormatter : null),
    async transform(_code, id) {
      const [file = ""] = id.split("?")
      if (!isWordsFile(file)) return null
      // The time in the address makes a changed file a new module while developing.
      const module: { words: Catalogue } = await import(`${pathToFileURL(file).href}?at=${Date.now()}`)
      const others = Object.keys(module).filter((name) => name !== "words")
      if (others.length > 0) this.error(`${file} may export nothing but words, not ${others.join(", ")}.`)
      const compiled = JSON.stringify(compile(module.words))
      if (!isBuild) return { code: `export const words = ${compiled}`, map: null }
      // The scripts' names are made from what they hold: the mark changes with the words.
      const mark = createHash("sha256").update(compiled).digest("hex").slice(0, 16)
      catalogues.set(mark, JSON.parse(compiled) as Catalogue)
      const code = `import { inOneLanguage } from ${JSON.stringify(definer)}\nexport const words = inOneLanguage("words:${mark}")`
      return { code, map: null }
    },
    generateBundle: {
      // After Vite has written into each script what its lazy parts bring along: a copy made earlier would lack it.
      order: "post",
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk") continue
          const written = chunk.code
          if (written.includes("__VITE_PRELOAD__")) this.error(`${chunk.fileName} was copied half written.`)
          for (const language of languages) {
            const code = inLanguage(written, language, catalogues)
            const fileName = `${scriptFolders[language].slice(1)}${basename(chunk.fileName)}`
            if (fileName === chunk.fileName) chunk.code = code
            else this.emitFile({ type: "asset", fileName, source: code })
          }
        }
      },
    },
  }
}

/** Words in place of their marks, and scripts that are loaded later from the same folder. */
function inLanguage(code: string, language: Language, catalogues: ReadonlyMap<string, Catalogue>): string {
  const folder = scriptFolders[language].slice(1)
  return code
    .replaceAll(/(["'`])words:([\da-f]{16})\1/g, (_all, _quote: string, mark: string) =>
      JSON.stringify(catalogues.get(mark)?.[language] ?? {}),
    )
    .replaceAll(
      /(["'`])assets\/([\w.-]+\.js)\1/g,
      (_all, quote: string, name: string) => `${quote}${folder}${name}${quote}`,
    )
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
