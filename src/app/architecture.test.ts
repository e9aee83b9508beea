import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { plantTree, readDoors, readTree, type Violation } from "#kit/testing/architecture/tree.ts"
import { houseFolders, houseRules } from "./house.ts"
import { borderPlants } from "./testing/border-plants.ts"
import { carePlants } from "./testing/care-plants.ts"

const root = resolve(import.meta.dirname, "../..")
const doors = readDoors(root)

describe("the house as it stands", () => {
  const tree = readTree(root, houseFolders)

  it("is really read: the files, and what they import", () => {
    expect(tree.files.size).toBeGreaterThan(30)
    const contract = tree.files.get("src/app/contract.ts")
    expect(contract?.edges.map((edge) => edge.target)).toContain("src/modules/orders/contract.ts")
  })

  it.each(houseRules.map((rule) => [rule.name, rule] as const))("keeps %s", (_, rule) => {
    expect(rule.check(tree).map(inWords)).toEqual([])
  })
})

const plants = [...borderPlants, ...carePlants]

describe("each wall has been seen to fail", () => {
  it.each(plants.map((plant) => [plant.rule, plant.what, plant] as const))(
    "%s catches %s",
    (name, _, plant) => {
      const found = violations(name, plant.bad)
      expect(found.map(inWords)).toHaveLength(plant.times ?? 1)
    },
  )

  it.each(plants.filter((plant) => plant.good).map((plant) => [plant.rule, plant.what, plant] as const))(
    "%s lets alone what only looks like %s",
    (name, _, plant) => {
      expect(violations(name, plant.good ?? {}).map(inWords)).toEqual([])
    },
  )

  it("and none was forgotten", () => {
    const planted = new Set(plants.map((plant) => plant.rule))
    expect(houseRules.map((rule) => rule.name).filter((name) => !planted.has(name))).toEqual([])
  })

  it("an exception that nothing needs any more is reported", () => {
    const found = rule("no-environment").check(plantTree({ "src/app/config.ts": "" }, doors))
    expect(found.map((one) => one.path)).toEqual(["src/app/config.ts"])
  })
})

function rule(name: string) {
  const found = houseRules.find((one) => one.name === name)
  if (!found) throw new Error(`There is no rule ${name}.`)
  return found
}

/** Planted trees hold a few files only, so the house's own exceptions are unused there: they don't count. */
function violations(name: string, texts: Readonly<Record<string, string>>): Violation[] {
  return rule(name)
    .check(plantTree(texts, doors))
    .filter((one) => one.path in texts)
}

function inWords(one: Violation): string {
  return `${one.path}:${one.line} ${one.words}`
}
