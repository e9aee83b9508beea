import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest"
import "#kit/testing/test-database.ts"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import { codeOfApp } from "#app/testing/totp-app.ts"
import { words as personWords } from "#web/portal/identity/person.words.ts"
import { words as securityWords } from "#web/portal/identity/words.ts"
import { words as consentWords } from "#web/storefront/identity/consent.words.ts"
import { words as identityWords } from "#web/storefront/identity/words.ts"
import { type Browser, openBrowser, type Page, signIn } from "./browser.ts"
import { findMailedLink } from "./parts/account.ts"
import { addAuthenticator } from "./parts/authenticator.ts"
import { desk, examine, openShopper, phone, type Shopper, visit } from "./parts/shopper.ts"
import { type Program, startProgram } from "./program.ts"

let program: Program
let browser: Browser
const shoppers: Shopper[] = []

beforeAll(async () => {
  ;[program, browser] = await Promise.all([
    startProgram({ sharedPlace: inject("sharedPlace") }),
    openBrowser(),
  ])
}, 240_000)

afterEach(async () => {
  await Promise.all(shoppers.splice(0).map(({ visitor }) => visitor.close()))
})

afterAll(async () => {
  await browser?.close()
  await program?.[Symbol.asyncDispose]()
})

const ways = [
  { language: "en", viewport: desk, person: demoPeople.english, email: "ann@example.com" },
  { language: "ko", viewport: phone, person: demoPeople.korean, email: "kim@example.com" },
] as const

async function enter(wish: (typeof ways)[number]): Promise<Shopper> {
  const shopper = await openShopper(browser, program, wish)
  shoppers.push(shopper)
  return shopper
}

/** Scripts run: from here on a press is heard. */
async function openSecurity(shopper: Shopper): Promise<void> {
  const { page, language } = shopper
  await visit(shopper, "/portal/security")
  await page.getByRole("heading", { name: securityWords[language].title, exact: true }).waitFor()
  await page.getByLabel(securityWords[language].passkeyName).waitFor()
}

async function signOut(page: Page): Promise<void> {
  // On a phone the ways, and the account's own menu with them, are in a drawer.
  const drawer = page.locator("button[popovertarget=navigation]").first()
  if (await drawer.isVisible()) await drawer.click()
  await page.locator("button[popovertarget=account-menu]").click()
  // By key: a pointer that comes while the menu still slides in would hit what is behind it, and close it.
  await page.locator("form[action$='/sign-out'] button").press("Enter")
  await page.waitForURL((url) => !url.pathname.includes("/portal"))
}

test.each(ways)(
  "in $language: makes an account, confirms it by mail, forgets the password and chooses another",
  async (wish) => {
    const shopper = await enter(wish)
    const { page, language } = shopper
    const [words, consents] = [identityWords[language], consentWords[language]]
    await visit(shopper, "/sign-up")
    await examine(shopper)
    await page.getByLabel(words.name, { exact: true }).fill("Mina Kim")
    await page.getByLabel(words.email, { exact: true }).fill(wish.email)
    await page.getByLabel(words.password, { exact: true }).fill("password1234")
    for (const tick of [consents.terms, consents.privacy, consents.age]) await page.getByLabel(tick).check()
    await page.getByRole("button", { name: words.signUp }).click()
    await page.locator("input[name=password][aria-invalid=true]").waitFor()
    await page.getByLabel(words.password, { exact: true }).fill("a password of mina")
    await page.getByRole("button", { name: words.signUp }).click()
    await page.getByRole("heading", { name: words.checkMailTitle }).waitFor()
    await examine(shopper)
    await page.goto(await findMailedLink(shopper, wish.email, "/confirm"))
    await page.getByLabel(words.password, { exact: true }).fill("a password of mina")
    await page.getByRole("button", { name: words.confirm, exact: true }).click()
    await page.getByRole("link", { name: words.toSignIn }).waitFor()
    await examine(shopper)
    await signIn(page, program.url, { email: wish.email, password: "a password of mina" })
    await signOut(page)

    await visit(shopper, "/forgot-password")
    await examine(shopper)
    await page.getByLabel(words.email, { exact: true }).fill(wish.email)
    await page.getByRole("button", { name: words.sendLink }).click()
    await page.getByRole("heading", { name: words.checkMailTitle }).waitFor()
    await page.goto(await findMailedLink(shopper, wish.email, "/reset-password"))
    await examine(shopper)
    await page.getByLabel(words.newPassword).fill("a better password")
    await page.getByRole("button", { name: words.setPassword }).click()
    await page.getByText(words.resetDone).waitFor()
    await signIn(page, program.url, { email: wish.email, password: "a better password" })
    expect(shopper.visitor.complaints).toEqual([])
  },
)

test("whose account is Korean gets Korean pages in an English browser, until another language is chosen", async () => {
  const shopper = await openShopper(browser, program, { language: "en", viewport: desk })
  shoppers.push(shopper)
  const { page } = shopper
  const save = async (from: "en" | "ko", to: "en" | "ko") => {
    const words = personWords[from]
    await page.goto(`${program.url}/portal/person`)
    await page.waitForURL(from === "ko" ? /\/ko\/portal\/person$/ : /:\d+\/portal\/person$/)
    await page.getByLabel(words.language).selectOption(to)
    await page.getByRole("button", { name: words.save, exact: true }).click()
    await page.getByText(personWords[to].saved, { exact: true }).waitFor()
  }
  await signIn(page, program.url, demoPeople.korean)
  await page.waitForURL(/\/ko\/portal/)
  await save("ko", "en")
  expect(new URL(page.url()).pathname).toBe("/portal/person")
  await save("en", "ko")
  expect(new URL(page.url()).pathname).toBe("/ko/portal/person")
  expect(shopper.visitor.complaints).toEqual([])
})

test.each(ways)("in $language: an app's codes as second step, a passkey without a password", async (wish) => {
  const shopper = await enter(wish)
  const { page, language } = shopper
  const [words, doors] = [securityWords[language], identityWords[language]]
  await addAuthenticator(page)
  await signIn(page, program.url, wish.person)
  await openSecurity(shopper)
  await examine(shopper)

  await page.getByLabel(words.passkeyName).fill("My telephone")
  await page.getByRole("button", { name: words.addPasskey }).click()
  await page.getByText(words.passkeyAdded).waitFor()
  await page.getByRole("button", { name: words.setUp }).click()
  const address = (await page.locator("a[href^='otpauth:']").getAttribute("href")) ?? ""
  await examine(shopper)
  await page.getByLabel(words.firstCode).fill(await codeOfApp(address, 0))
  await page.getByRole("button", { name: words.confirmFactor }).click()
  const codes = page.locator("[data-recovery-codes] code")
  await codes.first().waitFor()
  expect(await codes.count()).toBe(10)
  await examine(shopper)
  await signOut(page)

  await visit(shopper, "/sign-in")
  await examine(shopper)
  await page.getByRole("button", { name: doors.byPasskey }).click()
  await page.waitForURL(/\/portal/)
  await signOut(page)

  await visit(shopper, "/sign-in")
  await page.locator("input[name=email]").fill(wish.person.email)
  await page.locator("input[name=password]").fill(wish.person.password)
  await page.locator("form:has(input[name=password]) button[type=submit]").click()
  await page.getByRole("heading", { name: doors.secondTitle }).waitFor()
  await examine(shopper)
  // A newer code than the last, and one that stays good however long this machine takes.
  await page.getByLabel(doors.code).fill(await codeOfApp(address, 1))
  await page.getByRole("button", { name: doors.signIn, exact: true }).click()
  await page.waitForURL(/\/portal/)
  await openSecurity(shopper)
  await page.getByText(words.byFactor).first().waitFor()
  await page.getByText(words.byPasskey, { exact: false }).first().waitFor()
  await examine(shopper)
  expect(shopper.visitor.complaints).toEqual([])
})
