import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { abuseDoors } from "./abuse-doors.ts"
import { freshen, inShop } from "./abuse-people.ts"
import { abuseRights } from "./abuse-rights.ts"
import { abuseRoutes } from "./abuse-routes.ts"
import { snapshotOfRights } from "./abuse-snapshot.ts"

/** The short round of `npm run proof -- abuse`: every claim but the timing, in one company, with fewer guesses. */
// Rights first: they buy, and what the others do to the routes leaves the payment pages spent.
const stories = [...abuseRights, ...abuseDoors({ stuffings: 60, guesses: 10 }), ...abuseRoutes]
const buildDirectory = resolve(import.meta.dirname, "../../build")
let company: Company

beforeAll(async () => {
  if (!existsSync(buildDirectory)) throw new Error("The pages are not built: npm run check.")
  company = await testCompany({
    player: { kind: "memory", seed: 1 },
    trustedProxy: "127.0.0.1, ::1",
    buildDirectory,
  })
})

afterAll(async () => {
  await company?.[Symbol.asyncDispose]()
})

test.each(stories)("$name", async ({ run }) => {
  await freshen(company)
  expect((await run(company)).length).toBeGreaterThan(20)
})

test("the look at everybody's rights sees a right that changes hands", async () => {
  const { personId } = await company.customer()
  const before = await snapshotOfRights(company)
  await inShop(company, sql`update identity.members set role = 'viewer' where person_id = ${personId}`)
  const demoted = await snapshotOfRights(company)
  expect(demoted).not.toBe(before)
  await inShop(
    company,
    sql`update identity.people set email_verified = not email_verified where id = ${personId}`,
  )
  expect(await snapshotOfRights(company)).not.toBe(demoted)
})
