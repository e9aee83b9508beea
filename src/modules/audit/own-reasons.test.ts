import { globSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"
import { sayReason } from "./own-reasons.ts"

const modules = resolve(import.meta.dirname, "..")

/** Reasons as our own code writes them; what is put into them are numbers, ids and days. */
function writtenReasons(): string[] {
  const files = globSync("*/*.ts", { cwd: modules }).filter((file) => !file.endsWith(".test.ts"))
  return files.flatMap((file) => {
    const code = readFileSync(resolve(modules, file), "utf8")
    const told = /function reasonOf[\s\S]*?\n}/.exec(code)?.[0].replaceAll("return `", "reason: `") ?? ""
    return [...(code + told).matchAll(/\breason: (?:"([A-Z][^"\n]*)"|`([A-Z][^\n]*)`,?$)/gm)].map(
      ([, plain = "", filled = ""]) =>
        plain || filled.replace(/\$\{isStatutory[^}]*\}/, "law").replace(/\$\{[^}]*\}/g, "x_1"),
    )
  })
}

test("every reason that the program gives itself is said in Korean", () => {
  const written = writtenReasons()
  expect(written.length).toBeGreaterThan(15)
  for (const reason of written) expect(sayReason(reason, "ko"), reason).toMatch(/\p{Script=Hangul}/u)
})

test("facts go along, and a person's own reason stays as it is", () => {
  expect(sayReason("Price change pch_1, from 2026-12-28.", "ko")).toBe("2026-12-28부터 요금 변경(pch_1)")
  expect(sayReason("Taken back by the customer on day 3 of 30, by policy.", "ko")).toBe(
    "총 30일 중 3일 이용 후 운영사 기준 환불",
  )
  expect(sayReason("A zero too many", "ko")).toBe("A zero too many")
  expect(sayReason("Replaced by another request.", "en")).toBe("Replaced by another request.")
})
