import { afterAll, beforeAll, expect, inject, test } from "vitest"
import "#kit/testing/test-database.ts"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import { words as customerWords } from "#web/admin/customers/customer.words.ts"
import { words as listWords } from "#web/admin/customers/customers.words.ts"
import { words as referralWords } from "#web/admin/referrals/words.ts"
import { words as profileWords } from "#web/portal/identity/profile.words.ts"
import { type Browser, openBrowser, signIn } from "./browser.ts"
import { desk, examine, openShopper, phone, visit } from "./parts/shopper.ts"
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

const ways = [
  {
    language: "en",
    viewport: desk,
    person: demoPeople.english,
    number: "010-8765-4321",
    shown: "+49 1087654321",
    half: "8765-43",
  },
  {
    language: "ko",
    viewport: phone,
    person: demoPeople.korean,
    number: "010-2468-1357",
    shown: "010-2468-1357",
    half: "0102468",
  },
] as const

test.each(ways)(
  "in $language: half a telephone number finds a customer, and a note is written",
  async (wish) => {
    const staff = await openShopper(browser, program, wish)
    const { page, language } = staff
    const [list, one] = [listWords[language], customerWords[language]]
    await signIn(page, program.url, demoPeople.operator)
    await visit(staff, `/admin/customers?search=${encodeURIComponent(wish.person.email)}`)
    await examine(staff)
    await page.getByRole("link", { name: wish.person.name }).click()
    await page.getByRole("link", { name: one.edit, exact: true }).click()
    await page.getByLabel(profileWords[language].phone).fill(wish.number)
    await examine(staff)
    await page.getByRole("button", { name: profileWords[language].save }).click()
    await page.getByRole("heading", { name: wish.person.name, level: 1, exact: true }).waitFor()
    await page.getByRole("link", { name: wish.shown, exact: true }).waitFor()

    await visit(staff, "/admin/customers")
    await page.getByLabel(list.search).pressSequentially(wish.half)
    const match = page.getByRole("link", { name: wish.person.email })
    await match.filter({ hasText: list["match.phone"] }).click()
    await page.getByRole("heading", { name: wish.person.name, level: 1, exact: true }).waitFor()
    await page.getByLabel(one.note).first().fill("Calls on Mondays.")
    await page.getByLabel(one.pin).first().check()
    await page.getByRole("button", { name: one.addNote }).click()
    await page.getByText("Calls on Mondays.").first().waitFor()
    await page.getByText(one.pinned, { exact: true }).waitFor()
    await examine(staff)
    await page.getByRole("button", { name: one.more, exact: true }).click()
    await page.getByRole("link", { name: one.timeline, exact: true }).click()
    await page.getByText("Calls on Mondays.").first().waitFor()
    await examine(staff)
    expect(staff.visitor.complaints).toEqual([])
    await staff.visitor.close()
  },
)

test("what was refused, put right and sent again without leaving the page is saved", async () => {
  const staff = await openShopper(browser, program, { language: "en", viewport: desk })
  const { page } = staff
  const words = referralWords.en
  await signIn(page, program.url, demoPeople.operator)
  await visit(staff, "/admin/settings/referrals")
  await page.getByLabel(words.isOn).check()
  const reward = page.locator("input[name='rewards/0/referrer']")
  const save = page.getByRole("button", { name: words.save })
  await reward.fill("much")
  await save.click()
  await page.locator("[aria-invalid=true]").waitFor()
  expect(await reward.inputValue()).toBe("much")
  await reward.fill("5000")
  await save.click()
  await page.getByText(words.saved, { exact: true }).waitFor()
  expect(await reward.inputValue()).toBe("5000")
  expect(staff.visitor.complaints).toEqual([])
  await staff.visitor.close()
})
