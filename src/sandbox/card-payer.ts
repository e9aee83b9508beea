import { basePath, type CardOptions } from "./card-options.ts"
import { createPayerPages } from "./card-payer-pages.ts"
import { cardNumbers, type NamedCard } from "./card-test-cards.ts"

/** What somebody does at the hosted page. */
export interface PageAnswer {
  readonly card: NamedCard
  /** Ticks that the merchant may keep the card. */
  readonly keeps?: boolean
}

/** A payer without a browser: presses what the hosted page offers, and says yes when the bank asks. */
export async function payAtPage(options: CardOptions, pageUrl: string, answer: PageAnswer): Promise<void> {
  const pages = createPayerPages(options)
  const path = new URL(pageUrl).pathname.slice(basePath(options).length)
  const press = async (address: string, form: Readonly<Record<string, string>>) => {
    const given = await pages.request(address, { method: "POST", body: new URLSearchParams(form) })
    if (given.status !== 303) throw new Error(`The gateway's page ${address} answered ${given.status}.`)
  }
  await press(path, { card: cardNumbers[answer.card], ...(answer.keeps ? { keep: "yes" } : {}) })
  if (answer.card === "challenge") await press(`${path}/challenge`, { answer: "approve" })
}
