import { afterAll, beforeAll, expect, inject, test } from "vitest"
import "#kit/testing/test-database.ts"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import { cardWords } from "#sandbox/card-words.ts"
import { words as portalWords } from "#web/portal/payments/words.ts"
import { words as methodWords } from "#web/ui/method.words.ts"
import { type Browser, openBrowser, signIn } from "./browser.ts"
import { said } from "./parts/said.ts"
import { desk, examine, openShopper, phone, type Shopper, visit } from "./parts/shopper.ts"
import { type Program, startProgram } from "./program.ts"

let program: Program
let browser: Browser

beforeAll(async () => {
  ;[program, browser] = await Promise.all([
    startProgram({ sharedPlace: inject("sharedPlace") }),
    openBrowser(),
  ])
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await program?.[Symbol.asyncDispose]()
})

/** At the gateway's own page for it, and back. */
async function leaveCard(shopper: Shopper, number: string): Promise<void> {
  const { page, language } = shopper
  await page.getByRole("button", { name: portalWords[language].add }).click()
  await page.waitForURL(/\/sandbox\/card\/setup\//, { waitUntil: "commit" })
  await page.getByRole("heading", { name: cardWords[language].setupTitle }).waitFor()
  await examine(shopper)
  await page.locator(`input[value="${number}"]`).check()
  await page.getByRole("button", { name: cardWords[language].keepOnly }).click()
  await page.waitForURL(/\/portal\/payment-methods/, { waitUntil: "commit" })
  await page.getByText(portalWords[language].added).waitFor()
}

test.each([
  ["on a phone, in Korean", "ko", phone, demoPeople.korean],
  ["on a desk, in English", "en", desk, demoPeople.english],
] as const)("%s: cards are left, one is made the default, and both are taken back", async (...given) => {
  const [, language, viewport, person] = given
  const shopper = await openShopper(browser, program, { language, viewport })
  const { page } = shopper
  const words = portalWords[language]
  await signIn(page, program.url, person)
  await visit(shopper, "/portal/payment-methods")
  await page.getByText(words.none).waitFor()
  await examine(shopper)
  await leaveCard(shopper, "4242424242424242")
  await examine(shopper)
  await leaveCard(shopper, "4000000000000341")
  await page.getByRole("button", { name: words.makeDefault }).click()
  await page.getByText(words.changed).waitFor()
  const [first] = await page.getByRole("heading", { level: 2 }).allInnerTexts()
  expect(first).toContain("0341")
  await examine(shopper)
  for (const consequence of [words.removeWhat, words.removeLast]) {
    await page.getByRole("button", { name: words.remove }).first().click()
    const dialog = page.getByRole("dialog")
    await dialog.getByText(consequence).waitFor()
    await examine(shopper)
    await dialog.getByRole("button", { name: words.remove }).click()
    await page.getByText(words.removed).waitFor()
    await page.waitForURL(/done=remove/)
  }
  await page.getByText(words.none).waitFor()
  expect(await page.getByText(said(methodWords[language].card)).count()).toBe(0)
  expect(shopper.visitor.complaints).toEqual([])
  await shopper.visitor.close()
})

test("an operator sees what a customer lets them charge", async () => {
  const customer = await openShopper(browser, program, { language: "en", viewport: desk })
  await signIn(customer.page, program.url, demoPeople.english)
  await visit(customer, "/portal/payment-methods")
  await leaveCard(customer, "4242424242424242")
  await customer.visitor.close()
  const operator = await openShopper(browser, program, { language: "en", viewport: desk })
  await signIn(operator.page, program.url, demoPeople.operator)
  await operator.page.goto(`${program.url}/admin/customers`)
  await operator.page.getByRole("main").getByRole("link", { name: demoPeople.english.name }).first().click()
  await operator.page.getByText("Visa ending in 4242").first().waitFor()
  await examine(operator)
  expect(operator.visitor.complaints).toEqual([])
  await operator.visitor.close()
})
