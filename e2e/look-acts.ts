// What has to be done before some pages are there at all: done as people do it, through the program itself
import { testCards } from "#sandbox/card-test-cards.ts"
import type { Page } from "./browser.ts"

/** Does it, and answers the addresses that no link leads to afterwards. */
export const actsAhead: Readonly<Record<string, (page: Page, baseUrl: string) => Promise<string[]>>> = {
  customer: payInVain,
  operator: async (page, baseUrl) => {
    await readFile(page, baseUrl)
    const comparison = await writeDraft(page, baseUrl)
    await retryOne(page, baseUrl)
    await changePrice(page, baseUrl)
    return comparison
  },
}

/** A card that is declined: the request stays open, and the page behind the gateway has something to say. */
async function payInVain(page: Page, baseUrl: string): Promise<string[]> {
  const declined = testCards.find(({ outcome }) => outcome === "declined")
  await page.goto(`${baseUrl}/portal`)
  await page.locator("main a[href^='/portal/requests/']").first().click()
  await page.waitForURL(/\/portal\/requests\//)
  await page.locator("main form button[type=submit]").first().click()
  await page.waitForURL(({ pathname }) => pathname.startsWith("/pay/"), { waitUntil: "commit" })
  const { pathname } = new URL(page.url())
  await page.waitForURL(/\/sandbox\/card\/pay\//, { waitUntil: "commit" })
  await page.locator(`input[value="${declined?.number}"]`).check()
  await page.locator("button.main").click()
  await page.waitForURL(/\/pay\/[^/]+\/return/)
  return [pathname, `${pathname}/return`]
}

async function readFile(page: Page, baseUrl: string): Promise<void> {
  await page.goto(`${baseUrl}/admin/customers/import`)
  const rows = ["name,email,country", "Demo Orchard,orchard@demo.example,KR", "No address,not-an-address,KR"]
  await page.locator("input[name=file]").setInputFiles({
    name: "customers.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(rows.join("\n")),
  })
  await page.locator("form:has(input[name=file]) button[type=submit]").click()
  await page.waitForURL(/\/admin\/customers\/import\/./)
}

const ADDED = "We answer on working days."

/** What is new in it is compared on a page of its own, where something was published before. */
async function writeDraft(page: Page, baseUrl: string): Promise<string[]> {
  await page.goto(`${baseUrl}/admin/content/about`)
  const body = page.locator("textarea[name='body/en']")
  const text = await body.inputValue()
  // In a shop that was looked at before the draft says it already.
  if (!text.includes(ADDED)) await body.fill(`${text}\n${ADDED}\n`)
  await page.locator("form:has(textarea[name='body/en']) button[type=submit]").click()
  await page.waitForURL(/done=saved/)
  const found = await page.locator("main a[href$='/comparison']").first().getAttribute("href")
  return found ? [found] : []
}

async function retryOne(page: Page, baseUrl: string): Promise<void> {
  await page.goto(`${baseUrl}/admin/operations`)
  const stuck = page.locator("input[data-tick]:enabled")
  // In a shop that was looked at before nothing may be left to do.
  if ((await stuck.count()) === 0) return
  await stuck.first().check()
  await page.locator("button[name=doing][value='operations.retry']").click()
  await page.waitForURL(/\/admin\/bulk-runs\/./)
  await page.locator("form:has(input[value=confirm]) button[type=submit]").click()
  await page.locator("a[href*='/export/bulk-run']").waitFor()
}

/** Another price for a plan, moved to whoever bought it; and, as if it had been a mistake, taken back. */
async function changePrice(page: Page, baseUrl: string): Promise<void> {
  await page.goto(`${baseUrl}/admin/price-changes/simulation`)
  const plan = await page.locator("select[name=about] option[value^='pln_']").first().getAttribute("value")
  await page.goto(`${baseUrl}/admin/plans/${plan}`)
  const draft = page.locator("form:has(input[name='prices/KRW/monthly/amount'])")
  const price = draft.locator("input[name='prices/KRW/monthly/amount']")
  await price.fill(String(Math.round(Number((await price.inputValue()).replaceAll(/\D/g, "")) * 1.1)))
  await draft.locator("button[type=submit]").last().click()
  await page.waitForURL(/done=draftSaved/)
  await page.locator("form:has(input[name=note]) button[type=submit]").first().click()
  await page.waitForURL(/done=published/)
  await page.goto(`${baseUrl}/admin/price-changes/simulation?about=${plan}`)
  await confirm(page)
  await page.waitForURL(/\/admin\/price-changes\/pch_/)
  await page.goto(`${baseUrl}/admin/price-corrections/new?plan=${plan}`)
  const [right = "", wrong = ""] = await page
    .locator("select[name=wrong] option[value^='plv_']")
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).toSorted())
  await page.goto(`${baseUrl}/admin/price-corrections/new?plan=${plan}&wrong=${wrong}&right=${right}`)
  await confirm(page, "A zero too many")
  await page.waitForURL(/\/admin\/price-corrections\/pco_/)
}

/** The question behind a button, answered with yes. */
async function confirm(page: Page, reason?: string): Promise<void> {
  await page.locator("main button[command=show-modal]").last().click()
  const dialog = page.locator("dialog[open]")
  if (reason) await dialog.locator("input[name=reason]").fill(reason)
  await dialog.locator("button[type=submit]").click()
}
