import { expect, it } from "vitest"
import { defaultTexts } from "./default-texts.ts"
import { factNames } from "./fill-text.ts"
import { fixedPages, nameVersion, readableIn } from "./page.ts"

it("versions are named by their day, and sort as they follow each other", () => {
  const day = Temporal.PlainDate.from("2026-12-01")
  const names: string[] = []
  for (let round = 0; round < 12; round += 1) names.push(nameVersion(day, names))
  expect(names.slice(0, 3)).toEqual(["2026-12-01", "2026-12-01.02", "2026-12-01.03"])
  names.push(nameVersion(day.add({ days: 1 }), names))
  expect(names.toSorted()).toEqual(names)
})

it("a text without words in the reader's language is read in the other one", () => {
  expect(readableIn({ en: "x", ko: "" }, "ko")).toBe("en")
  expect(readableIn({ en: "x", ko: "글" }, "ko")).toBe("ko")
  expect(readableIn({ en: "", ko: "" }, "ko")).toBe("ko")
})

it("every template speaks both languages and asks only for facts that there are", () => {
  for (const page of fixedPages) {
    const { title, summary, body } = defaultTexts[page]
    for (const language of ["en", "ko"] as const) {
      const whole = [title[language], summary[language], body[language]]
      expect(whole.every((words) => words.length > 3)).toBe(true)
      const asked = [...whole.join(" ").matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name)
      expect(asked.filter((name) => !factNames.some((known) => known === name))).toEqual([])
    }
  }
})
