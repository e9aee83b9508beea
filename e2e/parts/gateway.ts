import { cardWords } from "#sandbox/card-words.ts"
import { said } from "./said.ts"
import { examine, firstAmount, type Shopper } from "./shopper.ts"

export const cards = {
  approved: "4242424242424242",
  challenge: "4000002760003184",
  noMoney: "4000000000009995",
} as const

/** At the gateway's own page; answers what it wants to take. */
export async function arriveAtGateway(shopper: Shopper): Promise<string> {
  const { page, language } = shopper
  await page.waitForURL(/\/sandbox\/card\/pay\//)
  const heading = page.getByRole("heading", { name: said(cardWords[language].title) })
  const amount = firstAmount(await heading.innerText())
  await examine(shopper)
  return amount
}

export async function payWith({ page, language }: Shopper, card: keyof typeof cards): Promise<void> {
  await page.locator(`input[value="${cards[card]}"]`).check()
  await page.getByRole("button", { name: said(cardWords[language].pay) }).click()
}

export async function answerBank(shopper: Shopper, answer: "approve" | "refuse"): Promise<void> {
  const { page, language } = shopper
  await page.getByRole("heading", { name: cardWords[language].challengeTitle }).waitFor()
  await examine(shopper)
  await page.getByRole("button", { name: cardWords[language][answer] }).click()
}

export interface GatewayBooks {
  readonly checkouts: readonly {
    readonly id: string
    readonly reference: string
    readonly description: string
    readonly state: string
  }[]
  readonly charges: readonly {
    readonly reference: string
    readonly amountMinor: string
    readonly checkoutId: string
  }[]
}

/** The gateway's own books about one host name: its description of each payment names it. */
export async function readGatewayBooks(url: string, hostname: string): Promise<GatewayBooks> {
  const answer = await fetch(`${url}/sandbox/card/control/books`)
  const books = (await answer.json()) as GatewayBooks
  const checkouts = books.checkouts.filter((one) => one.description.includes(hostname))
  const ids = new Set(checkouts.map((one) => one.id))
  return { checkouts, charges: books.charges.filter((charge) => ids.has(charge.checkoutId)) }
}
