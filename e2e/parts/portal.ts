import { words as serviceWords } from "#web/portal/provisioning/words.ts"
import { words as orderWords } from "#web/storefront/orders/words.ts"
import { words as invoiceWords } from "#web/ui/billing.words.ts"
import { words as commonWords } from "#web/ui/words.ts"
import { said } from "./said.ts"
import { examine, firstAmount, type Shopper, visit } from "./shopper.ts"

export interface Credentials {
  readonly user: string
  readonly password: string
}

/** From the delivered order to the server's page, where the credentials are asked for. */
export async function revealCredentials(shopper: Shopper): Promise<Credentials> {
  const { page, language } = shopper
  const words = serviceWords[language]
  await page.getByRole("link", { name: said(orderWords[language].openService) }).click()
  await page.getByRole("heading", { name: words.access }).waitFor()
  await examine(shopper)
  await page.getByRole("button", { name: words.reveal }).click()
  const dialog = page.getByRole("dialog")
  await dialog.waitFor()
  await examine(shopper)
  await dialog.getByRole("button", { name: words.reveal }).click()
  await page.getByRole("heading", { name: words.credentials, exact: true }).waitFor()
  await examine(shopper)
  const fact = (label: string) =>
    page.locator("dt", { hasText: new RegExp(`^${label}$`) }).locator("xpath=following-sibling::dd[1]")
  await fact(words.password).getByText(commonWords[language].show).click()
  const user = await fact(words.user).locator("code").innerText()
  const password = await fact(words.password).locator("code").innerText()
  return { user, password }
}

/** Through the waiting page into the panel, without another password. */
export async function openPanel({ page, language }: Shopper): Promise<void> {
  await page.getByRole("button", { name: serviceWords[language].openPanel }).click()
  await page.waitForURL(/\/sandbox\/virtfusion\/client\/servers\//)
}

export interface Paper {
  readonly id: string
  readonly number: string
  readonly total: string
  readonly pdf: Buffer
}

/** The newest invoice, on its page and as paper. */
export async function openInvoice(shopper: Shopper): Promise<Paper> {
  const { page, language } = shopper
  const words = invoiceWords[language]
  await visit(shopper, "/portal/invoices")
  await examine(shopper)
  await page.getByRole("main").getByRole("link", { name: /^INV-/ }).first().click()
  const heading = page.getByRole("heading", { level: 1, name: said(words.invoiceTitle) })
  const number = /INV-[\d-]+/.exec(await heading.innerText())?.[0] ?? ""
  await page.getByText(words.how).first().click()
  await examine(shopper)
  const total = page.locator("dt", { hasText: new RegExp(`^${words.total}$`) }).last()
  const href = await page.getByRole("link", { name: words.download }).getAttribute("href")
  const answer = await page.context().request.get(new URL(href ?? "", page.url()).href)
  return {
    id: new URL(page.url()).pathname.split("/").at(-1) ?? "",
    number,
    total: firstAmount(await total.locator("xpath=following-sibling::dd[1]").innerText()),
    pdf: await answer.body(),
  }
}
