import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { mailAbout, tokenFor } from "#app/testing/letters.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"
import type { ApiProblem } from "#kit/problem.ts"

const wish = (email: string) => ({
  name: "Mina Kim",
  email,
  password: "a password of mina",
  phone: "010-1234-5678",
  country: "KR",
  language: "en" as const,
  consents: { terms: true as const, age: true as const, privacy: true, marketingMail: true },
})

const signIn = (company: Company, email: string, password: string) =>
  company.request("/api/auth/sign-in/email", { json: { email, password } })

async function refusal(run: Promise<unknown>): Promise<{ code: string; fields: string[] }> {
  const error = await run.then(
    () => undefined,
    (problem: ApiProblem) => problem,
  )
  if (!error?.code) throw error ?? new Error("That was not refused.")
  return { code: error.code, fields: error.errors.map(({ pointer }) => pointer) }
}

test("somebody signs up, follows the link in the mail, and signs in; every consent is a fact of its own", async () => {
  await using company = await testCompany()
  const email = "mina@example.com"
  const { signUps } = company.visitor.identity
  expect(await signUps.request(wish("Mina@Example.com"))).toEqual({ sentTo: email })
  expect((await signIn(company, email, "a password of mina")).status).toBe(401)
  const token = await tokenFor(company, email, "/confirm")
  await company.travel({ hours: 3 })
  // Whoever only reads the mail didn't choose this password: a stranger may have asked in their name.
  for (const guess of [{}, { password: "a password of somebody" }]) {
    expect(await refusal(signUps.confirm({ token, ...guess }))).toEqual({
      code: "identity.password_wrong",
      fields: ["/password"],
    })
  }
  expect(await signUps.confirm({ token, password: "a password of mina" })).toEqual({ email, wasKnown: false })
  expect((await signIn(company, email, "a password of mina")).status).toBe(200)

  expect(await refusal(signUps.confirm({ token }))).toMatchObject({ code: "identity.link_over" })
  const kept = await company.ground.inTenant(company.tenant, async (ctx) => {
    const person = await ctx.db.execute<Record<string, unknown>>(
      sql`select p.phone, a.phone as account_phone, p.email_verified, p.language
        from identity.people p join identity.accounts a on a.email = p.email where p.email = ${email}`,
    )
    const facts = await ctx.db.execute<Record<string, unknown>>(
      sql`select purpose, is_given, basis, version, at
        from identity.consents order by id`,
    )
    return { person: person.rows[0], facts: facts.rows }
  })
  expect(kept.person).toEqual({
    phone: "+821012345678",
    account_phone: "+821012345678",
    email_verified: true,
    language: "en",
  })
  expect(kept.facts.map(({ purpose, is_given, basis }) => `${purpose} ${is_given} ${basis}`).sort()).toEqual([
    "age true legal-duty",
    "marketing-kakao false consent",
    "marketing-mail true consent",
    "marketing-sms false consent",
    "night false consent",
    "privacy true contract",
    "terms true contract",
  ])
  const consentedAt = Temporal.Instant.from(new Date(String(kept.facts[0]?.["at"])).toISOString())
  expect(company.ground.clock.now().since(consentedAt).total("hours")).toBeGreaterThanOrEqual(3)
  await company.checkInvariants()
})

test("a known address gets the same answer, and its owner a mail that says so", async () => {
  await using company = await testCompany()
  const known = await company.customer()
  const { signUps, passwords } = company.visitor.identity
  const answers = await Promise.all([
    signUps.request(wish(known.email)),
    signUps.request(wish("nobody@example.com")),
  ])
  expect(answers.map((answer) => Object.keys(answer))).toEqual([["sentTo"], ["sentTo"]])
  expect(await mailAbout(company, known.email, "You already have an account")).not.toContain("token=")
  await mailAbout(company, "nobody@example.com", "Please confirm your e-mail address")
  expect((await signIn(company, known.email, known.password)).status).toBe(200)
  expect((await signIn(company, known.email, wish("").password)).status).toBe(401)

  const asked = (email: string) => passwords.forget({ email, language: "en" })
  expect(await asked("stranger@example.com")).toEqual({ sentTo: "stranger@example.com" })
  expect(await asked(known.email)).toEqual({ sentTo: known.email })
  await company.settle({ within: { seconds: 0 } })
  expect(await readMails(company, "stranger@example.com")).toEqual([])
  await mailAbout(company, known.email, "Reset your password")
})

test("a link too old, made up, or of another purpose opens nothing; an address gets three mails an hour", async () => {
  await using company = await testCompany()
  const { signUps, passwords } = company.visitor.identity
  const email = "slow@example.com"
  await signUps.request(wish(email))
  const token = await tokenFor(company, email, "/confirm")
  const over = { code: "identity.link_over" }
  expect(await refusal(signUps.confirm({ token: `${token.slice(0, -2)}00` }))).toMatchObject(over)
  expect(await refusal(passwords.reset({ token, password: "another password" }))).toMatchObject(over)
  await company.travel({ days: 8 })
  expect(await refusal(signUps.confirm({ token }))).toMatchObject(over)
  for (let round = 0; round < 5; round++) await signUps.request(wish("busy@example.com"))
  await company.settle({ within: { seconds: 0 } })
  expect(await readMails(company, "busy@example.com")).toHaveLength(3)
})

test("what is wrong is said at its field, and a stolen password is refused unless nobody can be asked", async () => {
  await using company = await testCompany()
  const { signUps } = company.visitor.identity
  const email = "field@example.com"
  const refused = (more: object) => refusal(signUps.request({ ...wish(email), ...more } as never))
  expect(await refused({ phone: "12" })).toEqual({ code: "identity.phone_wrong", fields: ["/phone"] })
  const unread = { consents: { ...wish(email).consents, privacy: false } }
  expect(await refused(unread)).toEqual({ code: "identity.privacy_unread", fields: ["/consents/privacy"] })
  const young = { consents: { ...wish(email).consents, age: false } }
  expect(await refused(young)).toEqual({ code: "request.invalid", fields: ["/consents/age"] })
  const stolen = { password: "correct horse battery staple" }
  expect(await refused(stolen)).toEqual({ code: "identity.password_breached", fields: ["/password"] })
  await company.fault("breaches", { call: "range", fault: "error_500", remaining: null })
  expect(await signUps.request({ ...wish(email), ...stolen })).toEqual({ sentTo: email })
})

test("a reset works once, ends every session, and leaves no other link behind", async () => {
  await using company = await testCompany()
  const person = await company.customer()
  const { passwords } = company.visitor.identity
  const before = await signIn(company, person.email, person.password)
  const cookie = before.headers.getSetCookie()[0]?.split(";")[0] ?? ""
  const roleOf = async (mine: string) =>
    (await (await company.request("/api/v1/me", { headers: { cookie: mine } })).json()).role
  expect(await roleOf(cookie)).toBe("customer")
  await passwords.forget({ email: person.email, language: "en" })
  const first = await tokenFor(company, person.email, "/reset-password")
  await company.travel({ minutes: 1 })
  await passwords.forget({ email: person.email, language: "en" })
  const second = await tokenFor(company, person.email, "/reset-password")
  expect(second).not.toBe(first)
  const password = "a better password"
  expect(await passwords.reset({ token: first, password })).toEqual({ email: person.email })
  for (const token of [first, second]) {
    expect(await refusal(passwords.reset({ token, password: "an attacker's own" }))).toMatchObject({
      code: "identity.link_over",
    })
  }
  expect((await signIn(company, person.email, person.password)).status).toBe(401)
  expect((await signIn(company, person.email, password)).status).toBe(200)
  expect(await roleOf(cookie)).toBe("visitor")
  await mailAbout(company, person.email, "Your password was changed")
})
