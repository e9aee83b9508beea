import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { begin, follow, openProgram } from "#app/testing/oauth-program.ts"
import { openSoftPasskey, type SoftPasskey } from "#app/testing/soft-passkey.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { codeOfApp } from "#app/testing/totp-app.ts"
import { openTraveller, type Traveller } from "#app/testing/traveller.ts"

const { email, password } = demoPeople.operator

/** The demo company lets its staff wait a year; here the day has come. */
async function companyOnDuty(): Promise<Company> {
  const company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const statement = sql`update identity.staff_policies set second_factor_from = null`
  await company.ground.inTenant(company.tenant, (ctx) => ctx.db.execute(statement))
  return company
}

async function signIn(company: Company): Promise<Traveller> {
  const browser = openTraveller(company)
  expect((await browser.signIn(email, password)).status).toBe(200)
  return browser
}

async function addPasskey(browser: Traveller, passkey: SoftPasskey) {
  const asked = await browser.send("POST", "/api/v1/security/passkeys/options")
  if (asked.status !== 200) return asked
  return browser.send("POST", "/api/v1/security/passkeys", {
    name: "Telephone",
    response: passkey.make(asked.body as never),
  })
}

async function signInByPasskey(company: Company, passkey: SoftPasskey): Promise<Traveller> {
  const browser = openTraveller(company)
  const asked = await browser.send("POST", "/api/auth/passkey/options", {})
  const came = await browser.send("POST", "/api/auth/sign-in/passkey", passkey.answer(asked.body as never))
  expect(came.status).toBe(200)
  return browser
}

async function setUpApp(browser: Traveller): Promise<string> {
  const { address } = (await browser.send("POST", "/api/v1/security/second-factor")).body
  const code = await codeOfApp(address, -1)
  expect((await browser.send("PUT", "/api/v1/security/second-factor", { code })).status).toBe(200)
  return address
}

const codeAt = async (browser: Traveller, path: string) => (await browser.get(path)).body.code ?? "open"

test("staff without a second factor reach their own door and nothing else until they have one", async () => {
  await using company = await companyOnDuty()
  const browser = await signIn(company)
  const me = (await browser.get("/api/v1/me")).body
  expect(me).toMatchObject({
    role: "operator",
    barredBy: "identity.second_factor_needed",
    permissions: ["identity.self.manage"],
    secondFactor: { standing: "needed" },
  })
  for (const path of ["/orders", "/accounts", "/operations", "/audit", "/staff", "/api-keys"]) {
    expect([path, await codeAt(browser, `/api/v1${path}`)]).toEqual([path, "identity.second_factor_needed"])
  }
  const writing = await browser.send("POST", "/api/v1/carts", { currency: "KRW" })
  expect(writing.body.code).toBe("identity.second_factor_needed")
  const wish = { name: "key", scopes: ["identity.self.manage"] }
  expect((await browser.send("POST", "/api/v1/api-keys", wish)).status).toBe(403)
  await setUpApp(browser)
  await expect.poll(() => codeAt(browser, "/api/v1/orders")).toBe("open")
  expect((await browser.get("/api/v1/me")).body).toMatchObject({ barredBy: null })
})

test("staff who have not shown a second factor can't carry their name to another program either", async () => {
  await using company = await companyOnDuty()
  await using program = await openProgram(company)
  const browser = await signIn(company)
  const begun = await begin(program)
  const page = await follow(company, browser, begun.url)
  expect(page).toContain("/sign-in/allow?asked=")
  const asked = new URL(page, company.url).searchParams.get("asked") ?? ""
  const look = `/api/v1/oauth/requests/look?${new URLSearchParams({ asked })}`
  expect(await codeAt(browser, look)).toBe("identity.second_factor_needed")
  const allowed = await browser.send("PUT", "/api/v1/oauth/requests/allow", { asked })
  expect([allowed.status, allowed.body.code]).toEqual([403, "identity.second_factor_needed"])
  const silent = await follow(company, browser, (await begin(program, { prompt: "none" })).url)
  expect(new URL(silent).searchParams.get("error")).toBe("interaction_required")
  expect(await codeAt(browser, "/api/v1/privacy")).toBe("identity.second_factor_needed")
})

test("a passkey counts as two, a password beside it as one, and one alone neither adds nor changes anything", async () => {
  await using company = await companyOnDuty()
  const passkey = openSoftPasskey(company.url)
  const first = await signIn(company)
  expect((await addPasskey(first, passkey)).status).toBe(200)
  await expect.poll(() => codeAt(first, "/api/v1/orders")).toBe("open")
  expect(await codeAt(await signInByPasskey(company, passkey), "/api/v1/orders")).toBe("open")

  const thief = await signIn(company)
  expect(await codeAt(thief, "/api/v1/orders")).toBe("identity.second_factor_unshown")
  const attempts = [
    await addPasskey(thief, openSoftPasskey(company.url)),
    await thief.send("POST", "/api/v1/security/second-factor"),
    await thief.send("POST", "/api/auth/change-password", { password: "the thief's own password" }),
    await thief.send("POST", "/api/auth/prove", { password }),
  ]
  expect(attempts.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
    "403 identity.proof_needed",
    "403 identity.proof_needed",
    "403 identity.proof_needed",
    "403 identity.second_factor_unshown",
  ])
  const asked = await thief.send("POST", "/api/auth/passkey/options", {})
  const shown = passkey.answer(asked.body as never)
  expect((await thief.send("POST", "/api/auth/prove", { passkey: shown })).status).toBe(200)
  expect(await codeAt(thief, "/api/v1/orders")).toBe("open")
})

test("staff keep one second factor, and a key of theirs works no longer than that", async () => {
  await using company = await companyOnDuty()
  const browser = await signIn(company)
  await setUpApp(browser)
  await expect.poll(() => codeAt(browser, "/api/v1/orders")).toBe("open")
  const refused = await browser.send("DELETE", "/api/v1/security/second-factor")
  expect([refused.status, refused.body.code]).toEqual([409, "identity.last_second_factor"])
  await addPasskey(browser, openSoftPasskey(company.url))
  expect((await browser.send("DELETE", "/api/v1/security/second-factor")).status).toBe(200)
  const { passkeys } = (await browser.get("/api/v1/security")).body
  const last = await browser.send("DELETE", `/api/v1/security/passkeys/${passkeys[0]?.id}`)
  expect(last.body.code).toBe("identity.last_second_factor")

  const made = await browser.send("POST", "/api/v1/api-keys", { name: "key", scopes: ["orders.read"] })
  expect(made.status).toBe(201)
  const byKey = async () => {
    const headers = { authorization: `Bearer ${made.body.secret}` }
    const answer = await company.request("/api/v1/orders", { headers })
    return answer.ok ? "open" : ((await answer.json()) as { code: string }).code
  }
  expect(await byKey()).toBe("open")
  await company.ground.inTenant(company.tenant, async (ctx) => {
    await ctx.db.execute(sql`delete from identity.passkeys`)
    await ctx.db.execute(sql`select pg_notify('hostwell_sessions', 'all of them')`)
  })
  await expect.poll(byKey).toBe("identity.second_factor_needed")
})

test("the demo company may wait, and its staff see until when", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const browser = await signIn(company)
  const { secondFactor } = (await browser.get("/api/v1/me")).body
  expect(secondFactor).toMatchObject({ standing: "postponed" })
  const duty = Temporal.Instant.from(secondFactor?.from ?? "")
  expect(await codeAt(browser, "/api/v1/orders")).toBe("open")
  company.at.clock.advance({ hours: Math.ceil(duty.since(company.at.clock.now()).total("hours")) })
  await expect
    .poll(() => codeAt(browser, "/api/v1/orders"), { timeout: 20_000 })
    .toBe("identity.second_factor_needed")
})
