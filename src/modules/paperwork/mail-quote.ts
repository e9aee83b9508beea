import { findPaperLogo, renderInvoicePdf } from "#billing"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { quoteOffered, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { describeQuote } from "./describe-quote.ts"
import { getQuote } from "./get-quote.ts"

/** The quote with its paper, to whoever may take it. */
export async function mailQuote(
  ctx: Context,
  fact: { readonly quoteId: string; readonly accountId: string },
): Promise<void> {
  const quote = await getQuote(ctx, { kind: "all" }, fact.quoteId)
  const { number, content } = quote
  if (!number || !content) throw new Error(`${quote.id} was sent without a paper.`)
  const account = await getAccount(ctx, fact.accountId)
  const settings = await getSettings(ctx)
  const paper = renderInvoicePdf({ number, content }, account.language, await findPaperLogo(ctx, { content }))
  const { total } = await describeQuote(ctx, quote)
  await sendMessage(ctx, {
    template: quoteOffered,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `quote-sent:${quote.id}`,
    data: {
      name: account.personName,
      quoteNumber: number,
      total,
      validUntil: quote.validUntil.toString(),
      note: quote.note ?? "",
      replaces: quote.replaces ?? "",
      quoteUrl: linkTo(settings, account.language, `/portal/quotes/${quote.id}`),
    },
    attachments: [
      {
        filename: `${number}.pdf`,
        contentType: "application/pdf",
        content: new Uint8Array(await paper.arrayBuffer()),
      },
    ],
  })
}
