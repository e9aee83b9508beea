import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Language } from "#web/i18n/languages.ts"
import { words as orderWords } from "#web/storefront/orders/words.ts"
import { type Browser, signIn } from "../browser.ts"
import type { Program } from "../program.ts"
import { type cards, payWith } from "./gateway.ts"
import { setPanelPace, spoilPanel } from "./panel.ts"
import { desk, fillCart, goToCheckout, openShopper, orderButton, visit, waitForStanding } from "./shopper.ts"

interface Purchase {
  readonly language: Language
  readonly hostname: string
  /** Undefined: the order is left unpaid. */
  readonly card?: keyof typeof cards
  readonly endsAs?: Parameters<typeof waitForStanding>[1]
}

/** Each demo customer has bought something, so that no page of the company is empty; one build waits for a person. */
export async function liveIn(browser: Browser, program: Program): Promise<void> {
  await setPanelPace(program.url, 1)
  await buy(browser, program, {
    language: "en",
    hostname: "web.example.com",
    card: "approved",
    endsAs: "delivered",
  })
  await buy(browser, program, {
    language: "ko",
    hostname: "shop.example.kr",
    card: "approved",
    endsAs: "delivered",
  })
  await buy(browser, program, { language: "en", hostname: "later.example.com" })
  await buy(browser, program, { language: "en", hostname: "poor.example.com", card: "noMoney" })
  await spoilPanel(program.url, { call: "servers.create.dry-run", fault: "full", remaining: null })
  await buy(browser, program, { language: "ko", hostname: "full.example.kr", card: "approved" })
}

async function buy(browser: Browser, program: Program, purchase: Purchase): Promise<void> {
  const { language, hostname, card, endsAs } = purchase
  const shopper = await openShopper(browser, program, { language, viewport: desk })
  const { page } = shopper
  await signIn(page, program.url, language === "ko" ? demoPeople.korean : demoPeople.english)
  await visit(shopper, "/products/vps/vps-start")
  await fillCart(shopper, hostname)
  await goToCheckout(shopper)
  await page.getByLabel(orderWords[language].agree).check()
  await orderButton(shopper).click()
  await page.waitForURL(/\/sandbox\/card\/pay\//)
  if (card) {
    await payWith(shopper, card)
    await page.waitForURL(/\/(orders|pay)\//)
  }
  if (endsAs) await waitForStanding(shopper, endsAs)
  await shopper.visitor.close()
}
