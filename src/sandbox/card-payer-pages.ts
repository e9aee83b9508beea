import { eq } from "drizzle-orm"
import { Hono, type Context as HonoContext } from "hono"
import { html } from "hono/html"
import { formatMoney, money } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import {
  type ChargeRow,
  type CheckoutRow,
  chargeCheckout,
  closeCheckout,
  findCharge,
  findMerchant,
  type MerchantRow,
  takeCheckout,
} from "./card-books.ts"
import { basePath, type CardBooks, type CardOptions, withBooks } from "./card-options.ts"
import { renderCardChoice, renderPayerPage, renderReceipt, type Sold } from "./card-payer-markup.ts"
import { findPayment } from "./card-payments.ts"
import { cardCheckouts } from "./card-tables.ts"
import { findTestCard } from "./card-test-cards.ts"
import { cardWords, fill } from "./card-words.ts"
import type { Markup } from "./stand-in-page.ts"

/** The payer's side: the hosted page, the bank's question, the slip. Plain forms, no scripts. */
export function createPayerPages(options: CardOptions): Hono {
  const pages = new Hono()
  pages.get("/pay/:id", (c) => showCheckout(options, c))
  pages.post("/pay/:id", (c) => payCheckout(options, c))
  pages.post("/pay/:id/challenge", (c) => answerChallenge(options, c))
  pages.get("/receipts/:id", (c) => showReceipt(options, c))
  return pages
}

interface Visit {
  readonly checkout: CheckoutRow
  readonly merchant: MerchantRow
}

/** Whatever the page does, it does with the checkout's row held: a double click pays once. */
async function visit<Result>(
  options: CardOptions,
  c: HonoContext,
  body: (books: CardBooks, found: Visit) => Promise<Result>,
): Promise<Result | undefined> {
  return withBooks(options, async (books) => {
    const checkout = await takeCheckout(books, c.req.param("id") ?? "")
    const merchant = checkout && (await findMerchant(books, { id: checkout.merchantId }))
    return checkout && merchant ? body(books, { checkout, merchant }) : undefined
  })
}

async function showCheckout(options: CardOptions, c: HonoContext): Promise<Response> {
  const found = await visit(options, c, async (books, seen) => ({
    ...seen,
    charge: await findCharge(books, { checkoutId: seen.checkout.id }),
  }))
  if (!found) return showMissing(options, c)
  const { checkout, merchant } = found
  const language = languageOf(c, checkout)
  if (checkout.state === "open") {
    const body = checkout.challengedCard
      ? challengeForm(options, language, found)
      : cardForm(options, language, found)
    const title = checkout.challengedCard
      ? cardWords[language].challengeTitle
      : fill(cardWords[language].title, { amount: say(checkout, language) })
    return c.html(await renderPayerPage(options, { language, title, path: c.req.path, body }))
  }
  return c.html(await overPage(options, c, { checkout, merchant, chargeId: found.charge?.id }))
}

function cardForm(options: CardOptions, language: Language, { checkout, merchant }: Visit): Markup {
  const words = cardWords[language]
  const amount = say(checkout, language)
  const action = `${basePath(options)}/pay/${checkout.id}?lang=${language}`
  return html`<dl>
      <dt>${words.to}</dt><dd>${merchant.name}</dd>
      <dt>${words.what}</dt><dd>${checkout.description}</dd>
      <dt>${words.amount}</dt><dd class="amount">${amount}</dd>
    </dl>
    <form method="post" action="${action}">
      ${renderCardChoice(language, checkout.customer !== null)}
      ${checkout.customer ? keepTick(fill(words.keep, { merchant: merchant.name })) : ""}
      <button class="main">${fill(words.pay, { amount })}</button>
    </form>
    <p><a href="${checkout.returnUrl}">${words.leave}</a></p>`
}

/** Unticked until the payer ticks it: a consent is given, not left standing. */
function keepTick(words: string): Markup {
  return html`<p><label class="choice"><input type="checkbox" name="keep" value="yes" /> <span>${words}</span></label></p>`
}

function challengeForm(options: CardOptions, language: Language, { checkout, merchant }: Visit): Markup {
  const words = cardWords[language]
  const values = { amount: say(checkout, language), merchant: merchant.name }
  return html`<p>${fill(words.challengeText, values)}</p>
    <form method="post" action="${basePath(options)}/pay/${checkout.id}/challenge?lang=${language}">
      <button class="main" name="answer" value="approve">${words.approve}</button>
      <button name="answer" value="refuse">${words.refuse}</button>
    </form>`
}

async function overPage(
  options: CardOptions,
  c: HonoContext,
  found: Visit & { readonly chargeId: string | undefined },
): Promise<Markup> {
  const { checkout } = found
  const language = languageOf(c, checkout)
  const words = cardWords[language]
  const [title, text] = {
    open: ["", ""],
    paid: [words.paidTitle, words.paidText],
    declined: [words.declinedTitle, words.declinedText],
    expired: [words.expiredTitle, words.expiredText],
  }[checkout.state] as [string, string]
  const receipt = found.chargeId
    ? html`<p><a href="${basePath(options)}/receipts/${found.chargeId}?lang=${language}">${words.receiptLink}</a></p>`
    : ""
  const body = html`<p role="status">${text}</p>${receipt}
    <p><a class="main" href="${checkout.returnUrl}">${words.back}</a></p>`
  return renderPayerPage(options, { language, title, path: c.req.path, body })
}

/** The card decides. Whoever comes second finds the checkout over and is sent on all the same. */
async function payCheckout(options: CardOptions, c: HonoContext): Promise<Response> {
  const form = await c.req.parseBody()
  const card = findTestCard(form.card)
  const mayKeep = form.keep === "yes"
  const to = await visit(options, c, async (books, { checkout }) => {
    if (checkout.state !== "open") return checkout.returnUrl
    if (!card) return hostedUrl(options, c, checkout)
    if (card.outcome === "challenge") {
      await books.db
        .update(cardCheckouts)
        .set({ challengedCard: card.number, mayKeep })
        .where(eq(cardCheckouts.id, checkout.id))
      return hostedUrl(options, c, checkout)
    }
    if (card.outcome === "approved") await chargeCheckout(books, checkout, { ...card, mayKeep })
    else await closeCheckout(books, checkout, "declined", card.code)
    return checkout.returnUrl
  })
  return to ? c.redirect(to, 303) : showMissing(options, c)
}

async function answerChallenge(options: CardOptions, c: HonoContext): Promise<Response> {
  const form = await c.req.parseBody()
  const to = await visit(options, c, async (books, { checkout }) => {
    const { challengedCard: number, mayKeep } = checkout
    if (checkout.state !== "open" || !number) return checkout.returnUrl
    if (form.answer === "approve") await chargeCheckout(books, checkout, { number, mayKeep })
    else await closeCheckout(books, checkout, "declined", "authentication_failed")
    return checkout.returnUrl
  })
  return to ? c.redirect(to, 303) : showMissing(options, c)
}

async function showReceipt(options: CardOptions, c: HonoContext): Promise<Response> {
  const found = await withBooks(options, async (books) => {
    const charge = await findCharge(books, { id: c.req.param("id") ?? "" })
    const sold = charge && (await findSold(books, charge))
    const merchant = charge && (await findMerchant(books, { id: charge.merchantId }))
    return charge && sold && merchant ? { charge, sold, merchant } : undefined
  })
  if (!found) return showMissing(options, c)
  const language = languageOf(c, found.sold)
  const title = cardWords[language].receiptTitle
  return c.html(
    await renderPayerPage(options, {
      language,
      title,
      path: c.req.path,
      body: renderReceipt(language, found),
    }),
  )
}

/** What a slip is about: what was paid at the page, or charged to a card that was kept. */
async function findSold(books: CardBooks, charge: ChargeRow): Promise<Sold | undefined> {
  if (charge.checkoutId) return takeCheckout(books, charge.checkoutId)
  const payment = charge.paymentId ? await findPayment(books, charge.paymentId) : undefined
  return payment && { description: payment.description, locale: "en" }
}

async function showMissing(options: CardOptions, c: HonoContext): Promise<Response> {
  const language = c.req.query("lang") === "ko" ? "ko" : "en"
  const { missingTitle: title, missingText } = cardWords[language]
  const body = html`<p>${missingText}</p>`
  return c.html(await renderPayerPage(options, { language, title, path: c.req.path, body }), 404)
}

function hostedUrl(options: CardOptions, c: HonoContext, checkout: CheckoutRow): string {
  return `${basePath(options)}/pay/${checkout.id}?lang=${languageOf(c, checkout)}`
}

function languageOf(c: HonoContext, checkout: { readonly locale: Language }): Language {
  const asked = c.req.query("lang")
  return asked === "en" || asked === "ko" ? asked : checkout.locale
}

function say(checkout: CheckoutRow, language: Language): string {
  return formatMoney(money(checkout.amountMinor, checkout.currency), language === "ko" ? "ko-KR" : "en-IE")
}
