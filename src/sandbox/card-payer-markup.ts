import { html } from "hono/html"
import { formatMoney, money } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import type { ChargeRow, MerchantRow } from "./card-books.ts"
import { basePath, type CardOptions } from "./card-options.ts"
import { groupDigits, testCards } from "./card-test-cards.ts"
import { cardWords } from "./card-words.ts"
import type { Markup } from "./stand-in-page.ts"

/** The frame of what payers see: ordinary HTML, readable without styles, no scripts. */
export function renderPayerPage(
  options: CardOptions,
  page: { language: Language; title: string; path: string; body: Markup },
): Markup {
  const words = cardWords[page.language]
  const other = page.language === "en" ? "ko" : "en"
  return html`<!doctype html>
<html lang="${page.language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${page.title}</title>
    <link rel="stylesheet" href="${basePath(options)}/payer.css" />
  </head>
  <body>
    <header><p>${words.standIn}</p></header>
    <main>
      <h1>${page.title}</h1>
      ${page.body}
    </main>
    <footer><a href="${page.path}?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a></footer>
  </body>
</html>`
}

/** Cards that only differ later are offered where one may be kept. */
export function renderCardChoice(language: Language, maybeKept: boolean): Markup {
  const cards = testCards.filter(({ outcome, later }) =>
    maybeKept ? true : outcome !== "approved" || later.kind === "approved",
  )
  return html`<fieldset>
      <legend>${cardWords[language].chooseCard}</legend>
      ${cards.map(
        (card, index) => html`<label class="choice">
          <input type="radio" name="card" value="${card.number}" required ${index === 0 ? "checked" : ""} />
          <span><span class="number">${groupDigits(card.number)}</span> ${card.say[language]}</span>
        </label>`,
      )}
    </fieldset>`
}

export interface Sold {
  readonly description: string
  readonly locale: Language
}

/** The gateway's own slip: what an operator lays beside the invoice. */
export function renderReceipt(
  language: Language,
  found: { charge: ChargeRow; sold: Sold; merchant: MerchantRow },
): Markup {
  const { charge, sold, merchant } = found
  const words = cardWords[language]
  const say = (minor: bigint) =>
    formatMoney(money(minor, charge.currency), language === "ko" ? "ko-KR" : "en-IE")
  const rows: [string, string][] = [
    [words.to, merchant.name],
    [words.what, sold.description],
    [words.chargeId, charge.id],
    [words.reference, charge.reference],
    [words.card, `**** **** **** ${charge.cardEnding}`],
    [words.date, charge.createdAt.toString()],
  ]
  if (charge.taxMinor !== null) {
    rows.push([words.net, say(charge.amountMinor - charge.taxMinor)], [words.tax, say(charge.taxMinor)])
  }
  rows.push([words.total, say(charge.amountMinor)])
  if (charge.refundedMinor > 0n) rows.push([words.refunded, say(charge.refundedMinor)])
  return html`<dl class="receipt">
    ${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}
  </dl>`
}

export const payerStyles = `
@font-face { font-family: Pretendard; src: url("pretendard.woff2") format("woff2"); font-display: swap }
:root { color-scheme: light dark; background: Canvas; color: CanvasText; font-family: Pretendard, system-ui, sans-serif; line-height: 1.55 }
body { margin: 0 auto; max-width: 32rem; padding: 1rem }
header p { font-size: .85rem; border: 1px dashed; border-radius: .5rem; padding: .4rem .8rem }
h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere }
dl { display: grid; grid-template-columns: auto 1fr; gap: .4rem 1.2rem }
dt { opacity: .8 } dd { margin: 0; overflow-wrap: anywhere } .amount { font-weight: 700 }
fieldset { border: 1px solid #8886; border-radius: .6rem; padding: .6rem 1rem; margin: 1rem 0 }
legend { font-weight: 600; padding: 0 .4rem }
.choice { display: flex; gap: .7rem; align-items: baseline; padding: .45rem 0; min-height: 1.5rem }
.number { font-variant-numeric: tabular-nums; white-space: nowrap }
button, a.main { font: inherit; display: inline-block; padding: .6rem 1.1rem; min-height: 2.75rem; border-radius: .6rem; border: 1px solid #888; cursor: pointer }
button.main, a.main { background: #1d4ed8; border-color: #1d4ed8; color: #fff; font-weight: 600; text-decoration: none }
:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px }
a { color: light-dark(#1d4ed8, #9dbbff) } a.main { color: #fff }
footer { margin-top: 2rem; font-size: .9rem }
`
