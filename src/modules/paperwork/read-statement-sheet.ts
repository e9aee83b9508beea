import { findPaperLogo, type Paper, planContent, planPaper } from "#billing"
import { getAccount } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { formatMoney, fromWire, money, type WireMoney } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { getSettings } from "#tenancy"
import { readStatement, type Statement, type StatementWish } from "./read-statement.ts"
import { statementWords } from "./statement-words.ts"

export interface StatementSheet {
  readonly paper: Paper
  readonly on: Temporal.PlainDate
  readonly logo: Uint8Array | undefined
  readonly name: string
}

/** The statement on the shop's paper: what the printer needs, put together while the books are open. */
export async function readStatementSheet(
  ctx: Context,
  reach: Reach,
  wish: StatementWish & { readonly language?: Language | undefined },
): Promise<StatementSheet> {
  const statement = await readStatement(ctx, reach, wish)
  const settings = await getSettings(ctx)
  const account = await getAccount(ctx, statement.accountId)
  const language = wish.language ?? account.language
  const on = Temporal.PlainDate.from(statement.to)
  const nothing = money(0n, statement.currency)
  // Seller, buyer and looks as on every other paper; the rest is the statement's own.
  const content = planContent({
    number: "",
    issuedOn: on,
    request: { number: null, lines: [], net: nothing, tax: nothing, total: nothing },
    settings,
    account,
    payment: null,
  })
  const base = planPaper(content, language)
  const logo = await findPaperLogo(ctx, { content: JSON.stringify(content) })
  const name = `statement-${statement.from}-${statement.to}.pdf`
  return { paper: { ...base, ...describe(statement, language) }, on, logo, name }
}

function describe(statement: Statement, language: Language) {
  const words = statementWords[language]
  const locale = language === "ko" ? "ko-KR" : "en-IE"
  const say = (amount: WireMoney) => formatMoney(fromWire(amount), locale)
  const { opening, closing } = statement
  return {
    title: words.title,
    number: `${statement.from} – ${statement.to}`,
    words: { seller: words.seller, buyer: words.buyer, columns: words.columns },
    facts: [
      { label: words.period, value: `${statement.from} – ${statement.to}` },
      { label: words.currency, value: statement.currency },
      { label: words.opening, value: say(opening) },
    ],
    lines: statement.lines.map((line) => {
      const isOwed = !line.amount.minor.startsWith("-")
      const size = { ...line.amount, minor: line.amount.minor.replace("-", "") }
      return {
        words: words.kinds[line.kind],
        detail: "",
        quantity: line.on,
        unit: line.number ?? "",
        net: isOwed ? say(size) : "",
        tax: isOwed ? "" : say(size),
        gross: say(line.balance),
      }
    }),
    totals: [{ label: words.opening, value: say(opening) }],
    total: { label: words.closing, value: say(closing) },
    notes: [words.note],
  }
}
