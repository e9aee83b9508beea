import { globSync } from "node:fs"
import { resolve } from "node:path"
import { IntlMessageFormat } from "intl-messageformat"
import { describe, expect, it } from "vitest"
import { IntlMessageFormat as Compiled, type MessageElement } from "./compiled-message.ts"
import { languages, locales } from "./languages.ts"

type Catalogue = Record<"en" | "ko", Record<string, string>>

const folder = resolve(import.meta.dirname, "..")
const files = globSync("**/{words,*.words}.ts", { cwd: folder }).toSorted()

/** Whatever a message asks for by name gets these in turn: words of a choice, and numbers of every plural. */
const samples = ["monthly", "other", 0, 1, 2, 1_234] as const

describe("messages in the browser", () => {
  it.each(files)("%s reads as it does on the server", async (file) => {
    const { words }: { words: Catalogue } = await import(resolve(folder, file))
    for (const language of languages) {
      for (const [key, text] of Object.entries(words[language])) expectSame(text, locales[language], key)
    }
  })

  it("is no longer the same when an element of another kind is used", () => {
    const ast = new IntlMessageFormat("{when, date}", "en-GB").getAst() as unknown as MessageElement[]
    expect(new Compiled(ast, "en-GB").format({ when: 0 })).not.toBe(
      new IntlMessageFormat("{when, date}", "en-GB").format({ when: 0 }),
    )
  })
})

function expectSame(text: string, locale: string, key: string): void {
  const server = new IntlMessageFormat(text, locale)
  const browser = new Compiled(server.getAst() as unknown as MessageElement[], locale)
  const names = new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ""))
  for (const sample of samples) {
    const values = Object.fromEntries([...names].map((name) => [name, sample]))
    expect(browser.format(values), key).toBe(server.format(values))
  }
}
