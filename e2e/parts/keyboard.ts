import { expect } from "vitest"
import { words as paletteWords } from "#web/admin/palette.words.ts"
import { words as billingWords } from "#web/ui/billing.words.ts"
import { examine, type Shopper } from "./shopper.ts"

/** A member of staff on any page of the admin, who never touches the mouse. */
export async function goByKeys({ page, language, ...shopper }: Shopper, hostname: string): Promise<void> {
  const staff = { page, language, ...shopper }
  const words = paletteWords[language]
  const open = page.getByRole("dialog")
  const invoices = page.getByRole("heading", { name: billingWords[language].title, level: 1, exact: true })
  // A page that was just loaded takes a moment until it knows its keys.
  const press = async () => {
    await page.keyboard.press("g")
    await page.keyboard.press("i")
    return invoices.isVisible()
  }
  await expect.poll(press, { timeout: 20_000, interval: 500 }).toBe(true)
  // A page that came without being loaded is read from its title on.
  await expect.poll(() => invoices.evaluate((title) => title === document.activeElement)).toBe(true)
  await expect
    .poll(() => page.locator("[data-rows]").evaluate((box: HTMLElement) => box.dataset["fits"]))
    .toBe("yes")

  await page.keyboard.press("/")
  const filter = page.locator("[data-filter]")
  await expect.poll(() => filter.evaluate((field) => field === document.activeElement)).toBe(true)
  // What is a key elsewhere is a letter here.
  await page.keyboard.type("?g i")
  expect(await filter.inputValue()).toBe("?g i")
  await filter.fill("")
  await filter.blur()

  await page.keyboard.press("?")
  await open.getByRole("heading", { name: words.keysTitle }).waitFor()
  await open.getByText(words.nextRow).waitFor()
  await examine(staff)
  await page.keyboard.press("Escape")
  await open.waitFor({ state: "detached" })

  await page.keyboard.press("Control+k")
  await page.keyboard.type(hostname.slice(0, 12))
  await open.getByRole("group", { name: words.service }).getByText(hostname).waitFor()
  await examine(staff)
  // Whose it is stands above it.
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/admin\/services\/svc_/)

  // Nothing typed yet: what was read last comes first.
  await page.getByRole("heading", { name: hostname, level: 1 }).waitFor()
  await page.keyboard.press("Control+k")
  await open.getByRole("group", { name: words.recent }).getByText(hostname).waitFor()
  // A setting, by a word of the other language.
  await page.keyboard.type(language === "en" ? "청약철회" : "withdrawal")
  await open.getByRole("group", { name: words.page }).getByRole("option").first().waitFor()
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/admin\/settings\/refunds$/)
}
