import type { Language } from "#web/i18n/languages.ts"
import { words as catalogWords } from "#web/storefront/catalog/words.ts"
import { words as consentWords } from "#web/storefront/identity/consent.words.ts"
import { words as orderWords } from "#web/storefront/orders/words.ts"
import {
  type Browser,
  expectAxeClean,
  findOverflow,
  openVisitor,
  type Page,
  type Visitor,
} from "../browser.ts"
import type { Program } from "../program.ts"
import { said } from "./said.ts"

export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

/** A person in front of the shop, who looks closely at every page. */
export interface Shopper {
  readonly page: Page
  readonly url: string
  readonly language: Language
  readonly visitor: Visitor
  /** Addresses of the pages that were examined. */
  readonly examined: string[]
}

export interface ShopperWish {
  readonly language: Language
  readonly viewport: { readonly width: number; readonly height: number }
  readonly javaScriptEnabled?: boolean
}

const PATIENCE_MS = 20_000

export async function openShopper(browser: Browser, program: Program, wish: ShopperWish): Promise<Shopper> {
  const { language, viewport, javaScriptEnabled = true } = wish
  const locale = language === "ko" ? "ko-KR" : "en-GB"
  const isPhone = viewport.width < 600
  const visitor = await openVisitor(browser, { locale, viewport, javaScriptEnabled, hasTouch: isPhone })
  visitor.page.setDefaultTimeout(PATIENCE_MS)
  return { page: visitor.page, url: program.url, language, visitor, examined: [] }
}

export async function visit({ page, url, language }: Shopper, path: string): Promise<void> {
  await page.goto(`${url}${language === "ko" ? "/ko" : ""}${path}`)
}

/** WCAG 2.2 AA and axe's own advice; and nothing hangs out of the page sideways. */
export async function examine({ page, examined }: Shopper): Promise<void> {
  await expectAxeClean(page)
  const overflow = await findOverflow(page)
  if (overflow.length > 0) throw new Error(`${page.url()}\n${overflow.join("\n")}`)
  examined.push(new URL(page.url()).pathname)
}

/** From the first page to the form of a plan. Answers the price as it is shown before anything is chosen. */
export async function choosePlan(shopper: Shopper, planName: string): Promise<string> {
  const { page, language } = shopper
  const words = catalogWords[language]
  await visit(shopper, "/")
  await examine(shopper)
  const card = page
    .getByRole("article")
    .filter({ has: page.getByRole("heading", { name: planName, exact: true }) })
  const price = await card.locator("p").first().innerText()
  await card.getByRole("link", { name: said(words.choosePlan) }).click()
  await page.getByRole("button", { name: words.addToCart }).waitFor()
  await examine(shopper)
  return firstAmount(price)
}

export async function fillCart(shopper: Shopper, hostname: string): Promise<void> {
  const { page, language } = shopper
  await page.getByLabel(catalogWords[language].hostname).fill(hostname)
  await page.getByRole("button", { name: catalogWords[language].addToCart }).click()
  await page.getByRole("heading", { name: orderWords[language].cartTitle }).waitFor()
}

/** The figure beside "total to pay now". */
export async function readTotal({ page, language }: Shopper): Promise<string> {
  const text = await page.getByRole("main").innerText()
  const after = text.slice(text.indexOf(orderWords[language].totalToPay))
  return firstAmount(after)
}

export async function goToCheckout(shopper: Shopper): Promise<void> {
  const { page, language } = shopper
  await page.getByRole("link", { name: orderWords[language].toCheckout }).click()
  await page.getByRole("heading", { name: orderWords[language].checkoutTitle }).waitFor()
}

export interface Person {
  readonly name: string
  readonly email: string
  readonly password: string
}

export async function fillPerson({ page, language }: Shopper, person: Person): Promise<void> {
  const words = orderWords[language]
  await page.getByLabel(words.name, { exact: true }).fill(person.name)
  await page.getByLabel(words.email, { exact: true }).fill(person.email)
  await page.getByLabel(words.password, { exact: true }).fill(person.password)
  const ticks = consentWords[language]
  for (const tick of [words.agree, ticks.privacy, ticks.age]) await page.getByLabel(tick).check()
}

export function orderButton({ page, language }: Shopper) {
  return page.getByRole("button", { name: orderWords[language].placeOrder })
}

/** Where the order's page says how it stands. */
export async function waitForStanding(
  shopper: Shopper,
  standing: keyof (typeof orderWords)["en"],
): Promise<void> {
  const { page, language } = shopper
  await page
    .locator("#live output", { hasText: said(orderWords[language][standing]) })
    .waitFor({ timeout: 60_000 })
}

const writings: readonly { currency: string; pattern: RegExp }[] = [
  { currency: "KRW", pattern: /₩\s?([\d,]+)|([\d,]+)\s?원/ },
  { currency: "USD", pattern: /(?:US)?\$\s?([\d,.]*\d)/ },
]

/** "KRW 11,000" for "₩11,000 per month" and for "11,000원 / 1개월": one figure, however a language writes it. */
export function firstAmount(text: string): string {
  for (const { currency, pattern } of writings) {
    const found = pattern.exec(text)
    if (found) return `${currency} ${found[1] ?? found[2]}`
  }
  throw new Error(`There is no amount in ${JSON.stringify(text)}.`)
}
