import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { permissions } from "#identity"
import { words as permissionWords } from "../../ui/permission.words.ts"
import { actNames, sayAct } from "./acts.ts"

const root = join(import.meta.dirname, "../../../..")

/** Every act that the modules write down by its name. */
function listActs(): string[] {
  const files = globSync("src/{modules,app,kit}/**/*.ts", { cwd: root }).filter((file) => !/test/.test(file))
  const found = files.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8")
    return wayOfNaming.flatMap((way) => [...text.matchAll(way)].flatMap(([, ...acts]) => acts))
  })
  return [...new Set(found.filter((act) => act !== undefined))].sort()
}

/** By itself, as one of two, and handed on to what writes it down. */
const wayOfNaming = [
  /\bact: "([a-z]+\.[a-z-]+)"/g,
  /\bact(?::| =) [^\n"]*\? "([a-z]+\.[a-z-]+)" : "([a-z]+\.[a-z-]+)"/g,
  /\bchangeReasons\(ctx, \w+, "([a-z]+\.[a-z-]+)"/g,
]

test("whatever the audit tells is told in words, in both languages", () => {
  const acts = listActs()
  expect(acts.length).toBeGreaterThan(150)
  // What an operator does to work is named by the move; the list of moves has its own words.
  expect(acts.filter((act) => !actNames.includes(act) && act !== "operations.retry")).toEqual([])
  expect(sayAct("orders.placed", "ko")).toBe("주문 접수")
  expect(sayAct("nobody.knows", "en")).toBeNull()
})

test("every permission that can be given has words", () => {
  expect(permissions.filter((one) => !(one in permissionWords.en))).toEqual([])
})
