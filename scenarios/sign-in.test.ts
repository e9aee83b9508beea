import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { mailAbout, tokenFor } from "#app/testing/letters.ts"
import { openSoftPasskey } from "#app/testing/soft-passkey.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { openTraveller, type Traveller } from "#app/testing/traveller.ts"
import { askConsentsAnew, closeConsentAsks } from "#identity"
import { totpCode } from "#identity/testing"

const nowSeconds = () => Date.now() / 1_000
const inShop = (company: Company, statement: ReturnType<typeof sql>) =>
  company.ground.inTenant(company.tenant, (ctx) => ctx.db.execute<Record<string, unknown>>(statement))

/** The secret as the app reads it from the address behind the picture. */
function secretIn(address: string): string {
  const text = new URL(address).searchParams.get("secret") ?? ""
  const bits = text
    .split("")
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
  const bytes = bits.join("").match(/.{8}/g) ?? []
  return String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 2)))
}

async function setUpApp(browser: Traveller): Promise<{ secret: string; recoveryCodes: readonly string[] }> {
  const begun = await browser.send("POST", "/api/v1/security/second-factor")
  expect(begun.body.picture).toContain("<svg")
  const secret = secretIn(begun.body.address)
  const code = await totpCode(secret, nowSeconds() - 30)
  const confirmed = await browser.send("PUT", "/api/v1/security/second-factor", { code })
  expect(confirmed.status).toBe(200)
  return { secret, recoveryCodes: confirmed.body.recoveryCodes }
}

test("with codes of an app a password alone opens nothing; each code opens once, and the half session nothing", async () => {
  await using company = await testCompany()
  const { email, password } = await company.customer()
  const [mine, other] = [openTraveller(company), openTraveller(company)]
  await mine.signIn(email, password)
  await other.signIn(email, password)
  const { secret, recoveryCodes } = await setUpApp(mine)
  expect(recoveryCodes).toHaveLength(10)
  expect([await mine.role(), await other.role()]).toEqual(["customer", "visitor"])

  const half = openTraveller(company)
  expect((await half.signIn(email, password)).body).toMatchObject({ person: null, needsSecondFactor: true })
  expect(await half.role()).toBe("visitor")
  expect((await half.get("/api/v1/security")).status).toBe(401)
  const before = half.cookies.get("hostwell_session")
  const answer = (code: string) => half.send("POST", "/api/auth/sign-in/second-factor", { code })
  expect((await answer("000000")).body.code).toBe("identity.code_wrong")
  const code = await totpCode(secret, nowSeconds())
  expect((await answer(code)).body).toMatchObject({ person: { email } })
  expect(await half.role()).toBe("customer")
  expect(half.cookies.get("hostwell_session")).not.toBe(before)

  const thief = openTraveller(company)
  await thief.signIn(email, password)
  const again = await thief.send("POST", "/api/auth/sign-in/second-factor", { code })
  expect(again.body.code).toBe("identity.code_wrong")
  const recovery = recoveryCodes[0]?.toUpperCase() ?? ""
  const saved = await thief.send("POST", "/api/auth/sign-in/second-factor", { code: recovery })
  expect(saved.status).toBe(200)
  expect((await thief.get("/api/v1/security")).body).toMatchObject({ recoveryCodesLeft: 9 })
  const third = openTraveller(company)
  await third.signIn(email, password)
  expect((await third.send("POST", "/api/auth/sign-in/second-factor", { code: recovery })).status).toBe(422)
  const kept = await inShop(company, sql`select secret_sealed from identity.second_factors`)
  expect(String(kept.rows[0]?.["secret_sealed"])).toMatch(/^sealed:v1:/)
})

test("a trusted device is not asked again, until the second factor is taken away or trust is over", async () => {
  await using company = await testCompany()
  const { email, password } = await company.customer()
  const laptop = openTraveller(company)
  await laptop.signIn(email, password)
  const { secret } = await setUpApp(laptop)
  await laptop.send("POST", "/api/auth/sign-out", {})
  await laptop.signIn(email, password)
  const code = await totpCode(secret, nowSeconds())
  await laptop.send("POST", "/api/auth/sign-in/second-factor", { code, trustDevice: true })
  await laptop.send("POST", "/api/auth/sign-out", {})
  expect((await laptop.signIn(email, password)).body).toMatchObject({ needsSecondFactor: false })
  await inShop(company, sql`update identity.devices set trusted_until = now() - interval '1 second'`)
  expect((await laptop.signIn(email, password)).body).toMatchObject({ needsSecondFactor: true })
})

test("dangerous acts ask again after ten minutes, and a key made for them passes", async () => {
  await using company = await testCompany()
  const { email, password } = await company.customer()
  const browser = openTraveller(company)
  await browser.signIn(email, password)
  const wish = { name: "key", scopes: ["orders.read"] }
  expect((await browser.send("POST", "/api/v1/api-keys", wish)).status).toBe(201)
  await inShop(company, sql`update identity.sessions set proved_at = now() - interval '11 minutes'`)
  await inShop(company, sql`select pg_notify('hostwell_sessions', 'all of them')`)
  await expect
    .poll(async () => (await browser.send("POST", "/api/v1/api-keys", wish)).body.code)
    .toBe("identity.proof_needed")
  const refused = await browser.send("POST", "/api/auth/change-password", { password: "another password" })
  expect(refused.body.code).toBe("identity.proof_needed")
  const wrong = await browser.send("POST", "/api/auth/prove", { password: "not this one" })
  expect(wrong.body.code).toBe("identity.password_wrong")
  expect((await browser.send("POST", "/api/auth/prove", { password })).status).toBe(200)
  expect((await browser.send("POST", "/api/v1/api-keys", wish)).status).toBe(201)
})

test("another password ends every other session, and this one goes on under another secret", async () => {
  await using company = await testCompany()
  const { email, password } = await company.customer()
  const [mine, other] = [openTraveller(company), openTraveller(company)]
  await mine.signIn(email, password)
  await other.signIn(email, password)
  const old = mine.cookies.get("hostwell_session")
  const stolen = openTraveller(company)
  stolen.cookies.set("hostwell_session", old ?? "")
  expect(await stolen.role()).toBe("customer")
  expect((await mine.send("POST", "/api/auth/change-password", { password: "password1234" })).body.code).toBe(
    "identity.password_breached",
  )
  expect(
    (await mine.send("POST", "/api/auth/change-password", { password: "a better password" })).status,
  ).toBe(200)
  expect(mine.cookies.get("hostwell_session")).not.toBe(old)
  expect(await mine.role()).toBe("customer")
  await expect.poll(() => other.role()).toBe("visitor")
  await expect.poll(() => stolen.role()).toBe("visitor")
  await mailAbout(company, email, "Your password was changed")
})

test("sessions are listed with device and address, and end one by one or all together", async () => {
  await using company = await testCompany()
  const { email, password } = await company.customer()
  const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36"
  const [mine, second, third] = [
    openTraveller(company),
    openTraveller(company, chrome),
    openTraveller(company),
  ]
  for (const browser of [mine, second, third]) await browser.signIn(email, password)
  const listed = (await mine.get("/api/v1/security")).body.sessions
  expect(listed.map((one) => `${one.device} ${one.isThis}`).sort()).toEqual([
    "Chrome · Windows false",
    "Firefox · Linux false",
    "Firefox · Linux true",
  ])
  expect(listed[0]?.address).toMatch(/127\.0\.0\.1|::1/)
  // Nobody named a country: that it is our own network is all there is to say.
  expect(listed[0]?.place).toEqual({ country: null, isPrivate: true })
  const windows = listed.find((one) => one.device.startsWith("Chrome"))
  expect((await mine.send("DELETE", `/api/v1/security/sessions/${windows?.id}`)).status).toBe(200)
  await expect.poll(() => second.role()).toBe("visitor")
  expect(await third.role()).toBe("customer")
  const stranger = openTraveller(company)
  const somebody = await company.customer()
  await stranger.signIn(somebody.email, somebody.password)
  const own = (await mine.get("/api/v1/security")).body.sessions[0]
  expect((await stranger.send("DELETE", `/api/v1/security/sessions/${own?.id}`)).status).toBe(404)
  expect((await mine.send("DELETE", "/api/v1/security/sessions")).body).toEqual({ ended: 1 })
  await expect.poll(() => third.role()).toBe("visitor")
  expect(await mine.role()).toBe("customer")
})

test("a browser never seen before is told about, and 'this wasn't me' puts everybody out until the password is another", async () => {
  await using company = await testCompany()
  const { email, password } = await company.customer()
  const mine = openTraveller(company)
  await mine.signIn(email, password)
  await mine.signIn(email, password)
  const thief = openTraveller(company)
  await thief.signIn(email, password)
  const passkey = openSoftPasskey(company.url)
  const options = await thief.send("POST", "/api/v1/security/passkeys/options")
  const response = passkey.make(options.body as never)
  const added = await thief.send("POST", "/api/v1/security/passkeys", { name: "Thief's", response })
  expect(added.status).toBe(200)
  const mail = await mailAbout(company, email, "New sign-in to your account")
  expect(mail).toContain("Firefox · Linux")
  const token = await tokenFor(company, email, "/not-me")
  await company.visitor.identity.notMe({ token })
  await expect.poll(() => thief.role()).toBe("visitor")
  await expect.poll(() => mine.role()).toBe("visitor")
  expect((await thief.signIn(email, password)).status).toBe(401)
  const asked = await thief.send("POST", "/api/auth/passkey/options", {})
  const shown = passkey.answer(asked.body as never)
  const byPasskey = await thief.send("POST", "/api/auth/sign-in/passkey", shown)
  expect(byPasskey.body.code).toBe("identity.passkey_refused")
  const reset = await tokenFor(company, email, "/reset-password")
  await company.visitor.identity.passwords.reset({ token: reset, password: "a better password" })
  expect((await mine.signIn(email, "a better password")).status).toBe(200)
})

test("guessing is slowed down and locked, for known and unknown addresses alike; a browser known before stays free", async () => {
  await using company = await testCompany()
  const { email, password } = await company.customer()
  const mine = openTraveller(company)
  await mine.signIn(email, password)
  const later = sql`update identity.guards set last_at = clock_timestamp() + interval '1 hour'`
  const guess = async (address: string) => {
    const statuses: number[] = []
    for (let round = 0; round < 6; round++) {
      // The pause of a second begins with the fifth; on a slow machine it must not be over before the sixth.
      if (round === 5) await inShop(company, later)
      statuses.push((await openTraveller(company).signIn(address, "a wrong password")).status)
    }
    return statuses
  }
  const [known, unknown] = [await guess(email), await guess("nobody@example.com")]
  expect(known).toEqual([401, 401, 401, 401, 401, 429])
  expect(unknown).toEqual(known)
  const locked = await openTraveller(company).signIn(email, password)
  expect(locked.body.code).toBe("identity.sign_in_wait")
  expect((await mine.signIn(email, password)).status).toBe(200)
  await inShop(company, sql`update identity.guards set last_at = clock_timestamp() - interval '20 minutes'`)
  expect((await openTraveller(company).signIn(email, password)).status).toBe(200)
})

test("a link by mail signs in where the shop allows it, once", async () => {
  await using company = await testCompany()
  const { email } = await company.customer()
  const ask = () => company.visitor.identity.signInLinks.request({ email, language: "en" })
  await expect(ask()).rejects.toMatchObject({ code: "identity.links_off" })
  const { policy } = company.operator.api.identity
  await policy.save({ needsPrivacyTick: true, allowsMagicLinks: true })
  await ask()
  const token = await tokenFor(company, email, "/sign-in/link")
  const browser = openTraveller(company)
  expect((await browser.send("POST", "/api/auth/sign-in/link", { token })).body).toMatchObject({
    person: { email },
  })
  expect(await browser.role()).toBe("customer")
  const again = await openTraveller(company).send("POST", "/api/auth/sign-in/link", { token })
  expect(again.body.code).toBe("identity.link_over")
})

test("consents are given and taken back at any time, each change a fact, and told by mail", async () => {
  await using company = await testCompany()
  const { email, password } = await company.customer()
  const browser = openTraveller(company)
  await browser.signIn(email, password)
  const none = { marketingMail: false, marketingSms: false, marketingKakao: false, night: false }
  expect((await browser.get("/api/v1/consents")).body).toEqual(none)
  await browser.send("PUT", "/api/v1/consents", { ...none, marketingMail: true })
  await company.travel({ days: 1 })
  await browser.send("PUT", "/api/v1/consents", none)
  expect((await browser.get("/api/v1/consents")).body).toEqual(none)
  expect(await mailAbout(company, email, "What you agreed to receive")).toContain("E-mail: no")
  const facts = await inShop(company, sql`select is_given from identity.consents order by at`)
  expect(facts.rows.map((row) => row["is_given"])).toEqual([true, false])
  expect(facts.rows).toHaveLength(2)

  await browser.send("PUT", "/api/v1/consents", { ...none, marketingSms: true })
  await company.takeEvents()
  const later = company.ground.clock.now().add({ hours: 24 * 731 })
  const anew = (at: Temporal.Instant) =>
    company.ground.inTenant(company.tenant, (ctx) =>
      askConsentsAnew({ ...ctx, clock: { now: () => at } as typeof ctx.clock }),
    )
  await anew(later.subtract({ hours: 48 }))
  expect(await company.takeEvents()).toEqual([])
  await anew(later)
  await anew(later)
  expect(await company.takeEvents()).toEqual(["consents.asked"])
  expect(await mailAbout(company, email, "Do you still want to hear from us?")).toContain(
    "you keep receiving them",
  )
  // The shop is Korean: silence means as before, written down anew; the next two years begin.
  await company.ground.inTenant(company.tenant, (ctx) =>
    closeConsentAsks({ ...ctx, clock: { now: () => later.add({ hours: 24 * 15 }) } as typeof ctx.clock }),
  )
  const { rows } = await inShop(
    company,
    sql`
    select purpose, is_given, place from identity.consents order by at desc limit 1`,
  )
  expect(rows).toEqual([{ purpose: "marketing-sms", is_given: true, place: "asked-anew" }])
  expect(await company.takeEvents()).toEqual([])
})
