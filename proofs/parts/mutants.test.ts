import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"
import { plantMutant } from "./mutant.ts"
import { mutants } from "./mutants.ts"

const root = resolve(import.meta.dirname, "../..")
const read = (file: string) => readFileSync(resolve(root, file), "utf8")

test.each(mutants)("$name: can still be planted, and its tests are there", (mutant) => {
  const text = read(mutant.file)
  expect(plantMutant(mutant, text)).not.toBe(text)
  for (const file of mutant.tests) expect(existsSync(resolve(root, file)), file).toBe(true)
})

test("there are enough of them, each with a name of its own", () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
  expect(mutants.length).toBeGreaterThanOrEqual(30)
})

test("a text that is not there, or there twice, is no place for a mutant", () => {
  const mutant = { name: "test", file: "a.ts", search: "lock", replacement: "" }
  expect(plantMutant(mutant, "a lock here")).toBe("a  here")
  expect(() => plantMutant(mutant, "nothing")).toThrow("0 times in a.ts")
  expect(() => plantMutant(mutant, "lock, lock")).toThrow("2 times in a.ts")
})
