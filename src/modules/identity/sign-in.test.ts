import { randomBytes } from "node:crypto"
import { describe, expect, it } from "vitest"
import { createKeyring } from "#kit/secrets.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { ensureTenant } from "#tenancy"
import { createCustomer } from "./create-customer.ts"
import { hashPassword } from "./password.ts"
import { createSignIn } from "./sign-in.ts"

const TENANT = "ten_shop"
const PASSWORD = "a long enough password"

describe("a sign-in that fails", () => {
  it("sends the same statements for a known address and an unknown one", async () => {
    const statements: string[] = []
    await using at = await testDatabase({
      runner: "memory",
      onStatement: (text) => void statements.push(text),
    })
    const { database, clock, newId, log } = at
    await database.transactAcrossTenants((db) =>
      ensureTenant(db, clock, { id: TENANT, slug: "shop", hosts: ["shop.test"] }),
    )
    const person = { name: "Mina", email: "mina@shop.test", language: "en", country: "KR" } as const
    const passwordHash = await hashPassword(PASSWORD)
    await at.inTenant(TENANT, (ctx) => createCustomer(ctx, { ...person, passwordHash }))
    const keyring = createKeyring({ current: "k1", keys: { k1: randomBytes(32) } })
    const breaches = async () => false
    const signIn = createSignIn({
      database,
      clock,
      newId,
      log,
      keyring,
      breaches,
      secrets: ["a secret of the test"],
    })
    const origin = "http://shop.test"
    const site = { tenant: TENANT, origin, address: "198.51.100.7", userAgent: "test", cookies: null }
    const attempt = async (email: string) => {
      statements.length = 0
      const refused = signIn.signIn(site, { email, password: "not this one here" })
      await expect(refused).rejects.toMatchObject({ code: "identity.sign_in_failed" })
      return statements.map((text) => text.replaceAll(/\s+/g, " ").split(" ").slice(0, 3).join(" "))
    }
    // Once unmeasured: the first one also makes the row that counts this network address.
    await attempt("first@shop.test")
    const [known, unknown] = [await attempt(person.email), await attempt("nobody@shop.test")]
    expect(known).toContain("commit")
    expect(unknown).toEqual(known)
  })
})
