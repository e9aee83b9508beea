import { findPaperLogo, renderInvoicePdf } from "#billing"
import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer, answerLive } from "#kit/serve/serve.ts"
import { acceptQuote } from "./accept-quote.ts"
import { createQuote } from "./create-quote.ts"
import { declineQuote } from "./decline-quote.ts"
import { describeQuote } from "./describe-quote.ts"
import { describeQuotes } from "./describe-quotes.ts"
import { paperworkRefusals } from "./errors.ts"
import { getQuote } from "./get-quote.ts"
import { listQuotes } from "./list-quotes.ts"
import { named } from "./named.ts"
import type { quoteContract } from "./quote-contract.ts"
import { reviseQuote } from "./revise-quote.ts"
import { saveQuote } from "./save-quote.ts"
import { sendQuote } from "./send-quote.ts"
import { throwAwayQuote } from "./throw-away-quote.ts"

export function answerQuotes(): Answers<typeof quoteContract> {
  return {
    list: answer(permit("paperwork.quotes.read"), async (ctx, input) => {
      const page = await listQuotes(ctx, within(ctx.actor), input)
      return { ...page, items: await named(ctx, await describeQuotes(ctx, page.items)) }
    }),
    get: answer(permit("paperwork.quotes.read"), async (ctx, { id }) =>
      describeQuote(ctx, await getQuote(ctx, within(ctx.actor), id)),
    ),
    /** Printing takes milliseconds of pure computing: no transaction is held meanwhile. */
    pdf: answerLive(permit("paperwork.quotes.read"), async (scope, { id, language }) => {
      const { number, content, logo } = await scope.transact(async (ctx) => {
        const quote = await getQuote(ctx, within(ctx.actor), id)
        if (!quote.number || !quote.content) return paperworkRefusals.refuse("paperwork.quote_not_sent")
        const { number, content } = quote
        return { number, content, logo: await findPaperLogo(ctx, { content }) }
      })
      return renderInvoicePdf({ number, content }, language, logo)
    }),
    create: answer(permit("paperwork.quotes.write"), async (ctx, wish) =>
      describeQuote(ctx, await createQuote(ctx, wish)),
    ),
    save: answer(permit("paperwork.quotes.write"), async (ctx, wish) =>
      describeQuote(ctx, await saveQuote(ctx, wish)),
    ),
    throwAway: answer(permit("paperwork.quotes.write"), (ctx, { id }) => throwAwayQuote(ctx, id)),
    send: answer(permit("paperwork.quotes.write"), async (ctx, { id }) =>
      describeQuote(ctx, await sendQuote(ctx, id)),
    ),
    revise: answer(permit("paperwork.quotes.write"), async (ctx, { id }) =>
      describeQuote(ctx, await reviseQuote(ctx, id)),
    ),
    accept: answer(permit("paperwork.quotes.answer"), async (ctx, { id }) =>
      describeQuote(ctx, await acceptQuote(ctx, id)),
    ),
    decline: answer(permit("paperwork.quotes.answer"), async (ctx, wish) =>
      describeQuote(ctx, await declineQuote(ctx, wish)),
    ),
  }
}
