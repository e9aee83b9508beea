import { globSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"
import { idsInReason, sayReason } from "./own-reasons.ts"

const modules = resolve(import.meta.dirname, "..")

/** Reasons as our own code writes them; what is put into them are numbers, ids and days. */
function writtenReasons(): string[] {
  const files = globSync(["*/*.ts", "../app/*.ts"], { cwd: modules }).filter(
    (file) => !file.endsWith(".test.ts"),
  )
  return files.flatMap((file) => {
    const code = readFileSync(resolve(modules, file), "utf8")
    const told = /function reasonOf[\s\S]*?\n}/.exec(code)?.[0].replaceAll("return `", "reason: `") ?? ""
    const kept = [...code.matchAll(/\bconst reason = (.+)$/gm)].flatMap(([, line = ""]) =>
      (line.match(/"[^"]*"|`[^`]*`/g) ?? []).map((text) => `reason: ${text},\n`),
    )
    return [
      ...(code + told + kept.join("")).matchAll(/\breason: (?:"([A-Z][^"\n]*)"|`([A-Z][^\n]*)`,?$)/gm),
    ].map(
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

test("what customers choose when they cancel is said in words", () => {
  const contract = readFileSync(resolve(modules, "billing/subscription-contract.ts"), "utf8")
  const list = /cancelReasons = \[([^\]]*)\]/.exec(contract)?.[1] ?? ""
  const names = [...list.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name)
  expect(names).toContain("too_expensive")
  for (const reason of [...names, "payment_disputed"])
    for (const language of ["en", "ko"] as const) expect(sayReason(reason, language)).not.toBe(reason)
})

test("facts go along, and a person's own reason stays as it is", () => {
  expect(sayReason("Price change pch_1, from 2026-12-28.", "ko")).toBe(
    "2026년 12월 28일부터 요금 변경(pch_1)",
  )
  expect(sayReason("Taken back by the customer on day 3 of 30, by policy.", "ko")).toBe(
    "총 30일 중 3일 이용 후 운영사 기준 환불",
  )
  expect(sayReason("A zero too many", "ko")).toBe("A zero too many")
  expect(sayReason("Replaced by another request.", "en")).toBe("Replaced by another request.")
})

test("things are said by their names, and days as people write them", () => {
  const kept = "Price change pch_01m8g5xjsxe9588jdke5z3gawy, from 2026-12-28."
  expect(idsInReason(kept)).toEqual(["pch_01m8g5xjsxe9588jdke5z3gawy"])
  const names = new Map([["pch_01m8g5xjsxe9588jdke5z3gawy", "Start"]])
  expect(sayReason(kept, "en", names)).toBe("Price change Start, from 28 December 2026.")
  expect(sayReason(kept, "ko", names)).toBe("2026년 12월 28일부터 요금 변경(Start)")
  expect(sayReason("Not paid beyond 2026-03-22.", "en")).toBe("Not paid beyond 22 March 2026.")
  expect(sayReason("They wrote 2026-03-22 by hand", "en")).toBe("They wrote 2026-03-22 by hand")
})
