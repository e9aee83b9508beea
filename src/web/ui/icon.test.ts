import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, it } from "vitest"

it("every icon that can be named is drawn, and none is drawn for nobody", () => {
  const read = (name: string) => readFileSync(resolve(import.meta.dirname, name), "utf8")
  const drawn = [...read("icons.svg").matchAll(/<symbol id="(\w+)"/g)].map(([, name]) => name)
  const named = [...read("icon.tsx").matchAll(/^ {2}\| "(\w+)"/gm)].map(([, name]) => name)
  expect(named.toSorted()).toEqual(drawn.toSorted())
  expect(drawn.length).toBeGreaterThan(30)
})
