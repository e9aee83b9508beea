// What has to be done before some pages are there at all: done as people do it, through the program itself
import { testCards } from "#sandbox/card-test-cards.ts"
import type { Page } from "./browser.ts"

/** Does it, and answers the addresses that no link leads to afterwards. */
export const actsAhead: Readonly<Record<string, (page: Page, baseUrl: string) => Promise<string[]>>> = {
  customer: payInVain,
  operator: async (page, baseUrl) => {
    await readFile(page, baseUrl)
    await writeDraft(page, baseUrl)
    await retryOne(page, baseUrl)
    return []
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

async function writeDraft(page: Page, baseUrl: string): Promise<void> {
  await page.goto(`${baseUrl}/admin/content/about`)
  const body = page.locator("textarea[name='body/en']")
  await body.fill(`${await body.inputValue()}\nWe answer on working days.\n`)
  await page.locator("form:has(textarea[name='body/en']) button[type=submit]").click()
  await page.waitForURL(/done=saved/)
}

async function retryOne(page: Page, baseUrl: string): Promise<void> {
  await page.goto(`${baseUrl}/admin/operations`)
  await page.locator("input[data-tick]:enabled").first().check()
  await page.locator("button[name=doing][value=retry]").click()
  await page.waitForURL(/\/admin\/bulk-runs\/./)
}
