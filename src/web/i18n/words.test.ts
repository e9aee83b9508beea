import { globSync } from "node:fs"
import { resolve } from "node:path"
import { IntlMessageFormat } from "intl-messageformat"
import { describe, expect, it } from "vitest"

type Catalogue = Record<"en" | "ko", Record<string, string>>

const folder = resolve(import.meta.dirname, "..")
const files = globSync("**/{words,*.words}.ts", { cwd: folder }).toSorted()

describe("words", () => {
  it("are found", () => {
    expect(files.length).toBeGreaterThan(10)
  })

  it.each(files)("%s: both languages say the same things with the same values", async (file) => {
    const { words }: { words: Catalogue } = await import(resolve(folder, file))
    expect(Object.keys(words.ko)).toEqual(Object.keys(words.en))
    for (const [key, english] of Object.entries(words.en)) {
      const korean = words.ko[key] ?? ""
      expect(english.trim(), `${key} (en)`).not.toBe("")
      expect(korean.trim(), `${key} (ko)`).not.toBe("")
      expect(argumentsOf(korean), key).toEqual(argumentsOf(english))
    }
  })
})

/** Names of the values a message needs, whatever it does with them. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>()
  const visit = (elements: readonly object[]): void => {
    for (const element of elements) {
      // 0 is a literal and 7 the number sign of a plural: neither names a value.
      if ("type" in element && element.type !== 0 && element.type !== 7 && "value" in element) {
        names.add(String(element.value))
      }
      if ("options" in element) {
        for (const option of Object.values(element.options as Record<string, { value: object[] }>))
          visit(option.value)
      }
    }
  }
  visit(new IntlMessageFormat(text).getAst())
  return [...names].toSorted()
}
