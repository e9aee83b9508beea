import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { expect, test } from "vitest"
import type { TestSpecification, Vitest } from "vitest/node"
import { LONGEST, LongestFirst } from "./longest-first.ts"

const root = resolve(import.meta.dirname, "../../..")

test.each(LONGEST)("%s is there to be begun early", (file) => {
  expect(existsSync(join(root, file))).toBe(true)
})

test("the longest come first, in their order, and the others as they were", async () => {
  const config = { root, isolate: false, sequence: { groupOrder: 0 } }
  const project = { name: "", config }
  const files = ["src/kit/id.test.ts", LONGEST[2], "src/kit/money.test.ts", LONGEST[0]].map(
    (file) => ({ project, moduleId: join(root, file) }) as unknown as TestSpecification,
  )
  const cache = { getTestSpecificationResult: () => ({ failed: false, duration: 1 }) }
  const sorted = await new LongestFirst({ cache, config } as unknown as Vitest).sort(files)
  expect(sorted.map(({ moduleId }) => moduleId.slice(root.length + 1))).toEqual([
    LONGEST[0],
    LONGEST[2],
    "src/kit/id.test.ts",
    "src/kit/money.test.ts",
  ])
})
