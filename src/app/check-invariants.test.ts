import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { listInvariants } from "./check-invariants.ts"
import { listReactions } from "./reactions.ts"
import type { Company } from "./testing/company.ts"
import { invariantPlants, PLANTING_TOOLS } from "./testing/invariant-plants.ts"
import { testCompany } from "./testing/test-company.ts"
import { trialKeyring } from "./testing/trial-keyring.ts"

const invariants = listInvariants()
const reactions = JSON.stringify(
  listReactions(new Map(), trialKeyring()).map(({ name, to }) => ({ reaction: name, event: to.name })),
)
const wordsOf = (row: Readonly<Record<string, unknown>>) => String(Object.values(row)[0])
const numberOf = (name: string) => name.replace(/^(i)0?(\d+)-.*/, "$1$2")

let company: Company
let owner: pg.Client

/** One sale, so that there is something to break. */
beforeAll(async () => {
  company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const order = await company.placeOrder()
  await company.pay(order.attemptId)
  await company.settle()
  await company.checkInvariants()
  owner = new pg.Client({ connectionString: company.at.ownerUrl })
  await owner.connect()
  await owner.query(PLANTING_TOOLS)
})
afterAll(async () => {
  await owner.end()
  await company[Symbol.asyncDispose]()
})

/** Each question is one branch of the union: what it finds it says in its first column. */
function questionsOf(query: string): string[] {
  return [...query.matchAll(/^select '((?:[^']|'')+)'/gm)].map(([, words = ""]) =>
    words.replaceAll("''", "'"),
  )
}

describe.each(invariants)("$promise", ({ name, query }) => {
  const plants = invariantPlants.filter((plant) => plant.of === numberOf(name))

  test("every question it asks has a planted answer", () => {
    const unasked = questionsOf(query).filter(
      (words) => !plants.some((plant) => words.startsWith(plant.words)),
    )
    expect(unasked).toEqual([])
  })

  test.each(plants)("catches: $words", async ({ words, sql }) => {
    await owner.query("begin; set local session_replication_role = replica; set local row_security = off")
    try {
      await owner.query("select set_config('hostwell.reactions', $1, true)", [reactions])
      await owner.query(sql)
      const found = await owner.query<Record<string, unknown>>(query)
      expect(found.rows.map(wordsOf)).toContainEqual(expect.stringMatching(new RegExp(`^${words}`)))
    } finally {
      await owner.query("rollback")
    }
  })
})
