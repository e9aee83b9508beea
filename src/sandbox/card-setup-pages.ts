import { eq } from "drizzle-orm"
import { Hono, type Context as HonoContext } from "hono"
import { html } from "hono/html"
import type { Language } from "#kit/refusal.ts"
import { findMerchant, type MerchantRow } from "./card-books.ts"
import { basePath, type CardBooks, type CardOptions, withBooks } from "./card-options.ts"
import { renderCardChoice, renderPayerPage } from "./card-payer-markup.ts"
import { closeSetup, finishSetup, type SetupRow, takeSetup } from "./card-setups.ts"
import { cardSetups } from "./card-tables.ts"
import { findTestCard } from "./card-test-cards.ts"
import { cardWords, fill } from "./card-words.ts"
import type { Markup } from "./stand-in-page.ts"

/** Where a holder leaves a card to be charged later. Nothing is paid here; the bank may ask all the same. */
export function createSetupPages(options: CardOptions): Hono {
  const pages = new Hono()
  pages.get("/setup/:id", (c) => showSetup(options, c))
  pages.post("/setup/:id", (c) => leaveCard(options, c))
  pages.post("/setup/:id/challenge", (c) => answerChallenge(options, c))
  return pages
}

interface Visit {
  readonly setup: SetupRow
  readonly merchant: MerchantRow
}

async function visit<Result>(
  options: CardOptions,
  c: HonoContext,
  body: (books: CardBooks, found: Visit) => Promise<Result>,
): Promise<Result | undefined> {
  return withBooks(options, async (books) => {
    const setup = await takeSetup(books, c.req.param("id") ?? "")
    const merchant = setup && (await findMerchant(books, { id: setup.merchantId }))
    return setup && merchant ? body(books, { setup, merchant }) : undefined
  })
}

async function showSetup(options: CardOptions, c: HonoContext): Promise<Response> {
  const found = await visit(options, c, (_books, seen) => Promise.resolve(seen))
  if (!found) return showNothing(options, c)
  const language = languageOf(c, found.setup)
  const { title, body } = renderSetup(options, language, found)
  return c.html(await renderPayerPage(options, { language, title, path: c.req.path, body }))
}

function renderSetup(
  options: CardOptions,
  language: Language,
  { setup, merchant }: Visit,
): { title: string; body: Markup } {
  const words = cardWords[language]
  const named = { merchant: merchant.name }
  const action = `${basePath(options)}/setup/${setup.id}`
  if (setup.state === "open" && setup.challengedCard) {
    const body = html`<p>${fill(words.setupChallengeText, named)}</p>
      <form method="post" action="${action}/challenge?lang=${language}">
        <button class="main" name="answer" value="approve">${words.approve}</button>
        <button name="answer" value="refuse">${words.refuse}</button>
      </form>`
    return { title: words.challengeTitle, body }
  }
  if (setup.state === "open") {
    const body = html`<p>${fill(words.setupText, named)}</p>
      <form method="post" action="${action}?lang=${language}">
        ${renderCardChoice(language, true)}
        <button class="main">${words.keepOnly}</button>
      </form>
      <p><a href="${setup.returnUrl}">${words.leaveSetup}</a></p>`
    return { title: words.setupTitle, body }
  }
  const [title, text] = {
    done: [words.keptTitle, words.keptText],
    declined: [words.setupDeclinedTitle, words.setupDeclinedText],
    expired: [words.expiredTitle, words.expiredText],
  }[setup.state] as [string, string]
  const body = html`<p role="status">${text}</p>
    <p><a class="main" href="${setup.returnUrl}">${words.back}</a></p>`
  return { title, body }
}

async function leaveCard(options: CardOptions, c: HonoContext): Promise<Response> {
  const card = findTestCard((await c.req.parseBody()).card)
  const to = await visit(options, c, async (books, { setup }) => {
    if (setup.state !== "open") return setup.returnUrl
    const here = `${basePath(options)}/setup/${setup.id}?lang=${languageOf(c, setup)}`
    if (!card) return here
    if (card.outcome === "challenge") {
      const change = { challengedCard: card.number }
      await books.db.update(cardSetups).set(change).where(eq(cardSetups.id, setup.id))
      return here
    }
    if (card.outcome === "approved") await finishSetup(books, setup, card.number)
    else await closeSetup(books, setup, { state: "declined", declineCode: card.code })
    return setup.returnUrl
  })
  return to ? c.redirect(to, 303) : showNothing(options, c)
}

async function answerChallenge(options: CardOptions, c: HonoContext): Promise<Response> {
  const form = await c.req.parseBody()
  const to = await visit(options, c, async (books, { setup }) => {
    const { challengedCard } = setup
    if (setup.state !== "open" || !challengedCard) return setup.returnUrl
    if (form.answer === "approve") await finishSetup(books, setup, challengedCard)
    else await closeSetup(books, setup, { state: "declined", declineCode: "authentication_failed" })
    return setup.returnUrl
  })
  return to ? c.redirect(to, 303) : showNothing(options, c)
}

async function showNothing(options: CardOptions, c: HonoContext): Promise<Response> {
  const language = c.req.query("lang") === "ko" ? "ko" : "en"
  const { missingTitle: title, missingText } = cardWords[language]
  const body = html`<p>${missingText}</p>`
  return c.html(await renderPayerPage(options, { language, title, path: c.req.path, body }), 404)
}

function languageOf(c: HonoContext, setup: SetupRow): Language {
  const asked = c.req.query("lang")
  return asked === "en" || asked === "ko" ? asked : setup.locale
}
