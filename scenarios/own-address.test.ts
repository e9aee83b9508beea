import { expect, test } from "vitest"
import { mailAbout, tokenFor } from "#app/testing/letters.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { openTraveller } from "#app/testing/traveller.ts"

const memory = { player: { kind: "memory", seed: 1 } } as const

test("another e-mail address counts once its mailbox and the very session that asked have both said so", async () => {
  await using company = await testCompany(memory)
  const { email, password } = await company.customer()
  const [mine, other] = [openTraveller(company), openTraveller(company)]
  for (const browser of [mine, other]) await browser.signIn(email, password)
  const asked = await mine.send("POST", "/api/v1/person/email", { email: "New@example.com" })
  expect(asked.body).toEqual({ sentTo: "new@example.com" })
  const token = await tokenFor(company, "new@example.com", "/another-email")
  expect((await mine.get("/api/v1/person")).body).toMatchObject({ email })
  expect((await openTraveller(company).signIn("new@example.com", password)).status).toBe(401)

  const stranger = openTraveller(company)
  const somebody = await company.customer()
  await stranger.signIn(somebody.email, somebody.password)
  const theirs = await stranger.send("PUT", "/api/v1/person/email", { token })
  expect(theirs.body.code).toBe("identity.link_over")
  expect((await stranger.get("/api/v1/person")).body).toMatchObject({ email: somebody.email })
  expect((await openTraveller(company).send("PUT", "/api/v1/person/email", { token })).status).toBe(401)

  expect((await mine.send("PUT", "/api/v1/person/email", { token })).body).toEqual({
    email: "new@example.com",
  })
  expect((await mine.send("PUT", "/api/v1/person/email", { token })).body.code).toBe("identity.link_over")
  await expect.poll(() => other.role()).toBe("visitor")
  expect(await mine.role()).toBe("customer")
  expect((await openTraveller(company).signIn(email, password)).status).toBe(401)
  expect((await openTraveller(company).signIn("new@example.com", password)).status).toBe(200)
})

test("the old address takes a change back that its owner did not make", async () => {
  await using company = await testCompany(memory)
  const { email, password } = await company.customer()
  const thief = openTraveller(company)
  await thief.signIn(email, password)
  await thief.send("POST", "/api/v1/person/email", { email: "thief@example.com" })
  await thief.send("PUT", "/api/v1/person/email", {
    token: await tokenFor(company, "thief@example.com", "/another-email"),
  })
  expect(await mailAbout(company, email, "Your e-mail address was changed")).not.toContain(
    "thief@example.com",
  )
  await company.visitor.identity.person.keepEmail({ token: await tokenFor(company, email, "/keep-email") })
  await expect.poll(() => thief.role()).toBe("visitor")
  expect((await thief.signIn("thief@example.com", password)).status).toBe(401)
  const reset = await tokenFor(company, email, "/reset-password")
  await company.visitor.identity.passwords.reset({ token: reset, password: "the owner's own words" })
  expect((await openTraveller(company).signIn(email, "the owner's own words")).status).toBe(200)
})

test("an address that is somebody's is answered like any other, and its owner is told", async () => {
  await using company = await testCompany(memory)
  const { email, password } = await company.customer()
  const owner = await company.customer()
  const browser = openTraveller(company)
  await browser.signIn(email, password)
  const known = await browser.send("POST", "/api/v1/person/email", { email: owner.email })
  expect([known.status, Object.keys(known.body)]).toEqual([200, ["sentTo"]])
  await mailAbout(company, owner.email, "You already have an account")
  await expect(tokenFor(company, owner.email, "/another-email")).rejects.toThrow("No link")
})

test("people change their own name, telephone and language, and a number that can't be rung is refused at its field", async () => {
  await using company = await testCompany(memory)
  const { email, password } = await company.customer()
  const browser = openTraveller(company)
  await browser.signIn(email, password)
  const wish = { name: "Mina Park", phone: "010-1234-5678", country: "KR", language: "ko" }
  const saved = await browser.send("PUT", "/api/v1/person", wish)
  expect(saved.body).toEqual({ name: "Mina Park", email, phone: "+821012345678", language: "ko" })
  const wrong = await browser.send("PUT", "/api/v1/person", { ...wish, phone: "12" })
  expect(wrong.body).toMatchObject({ code: "identity.phone_wrong", errors: [{ pointer: "/phone" }] })
  expect((await browser.send("PUT", "/api/v1/person", { ...wish, phone: "" })).body).toMatchObject({
    phone: null,
  })
})
