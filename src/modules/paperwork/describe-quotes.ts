import type { z } from "zod"
import { planDocument } from "#billing"
import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { type OpenTax, openTax } from "#tax"
import { getSettings } from "#tenancy"
import { type Quote, quotedLine } from "./quote.ts"
import type { quoteShape } from "./quote-contract.ts"

type QuoteWords = z.infer<typeof quoteShape>

/** A sent one with the sums of its paper; a draft with those that it would have now. What decides the drafts' taxes is fetched at once. */
export async function describeQuotes(ctx: Context, quotes: readonly Quote[]): Promise<QuoteWords[]> {
  const drafts = quotes.filter(({ content }) => !content)
  const accountIds = drafts.map(({ accountId }) => accountId)
  const tax = drafts.length > 0 ? await openTax(ctx, await getSettings(ctx), accountIds) : undefined
  return quotes.map((quote) => describe(quote, tax))
}

function describe(quote: Quote, tax: OpenTax | undefined): QuoteWords {
  return {
    id: quote.id,
    number: quote.number,
    state: quote.state,
    accountId: quote.accountId,
    currency: quote.currency,
    lines: quote.lines.map(({ words, quantity, unit, plan }) => ({
      words,
      quantity,
      unit: toWire(unit),
      plan: plan && {
        planId: plan.planId,
        cycle: plan.cycle,
        locationId: plan.locationId,
        imageId: plan.imageId,
        hostname: plan.hostname,
      },
    })),
    ...sumsOf(quote, tax),
    validUntil: quote.validUntil.toString(),
    note: quote.note,
    purchaseOrder: quote.purchaseOrder,
    replaces: quote.replaces,
    sentAt: quote.sentAt?.toString() ?? null,
    answeredAt: quote.answeredAt?.toString() ?? null,
    declinedBecause: quote.declinedBecause,
    orderId: quote.orderId,
    requestId: quote.requestId,
    createdAt: quote.createdAt.toString(),
  }
}

function sumsOf(quote: Quote, taxes: OpenTax | undefined) {
  const { currency } = quote
  if (quote.content) {
    const paper = JSON.parse(quote.content) as Record<"netMinor" | "taxMinor" | "totalMinor", string>
    const sum = (minor: string) => ({ minor, currency })
    return { net: sum(paper.netMinor), tax: sum(paper.taxMinor), total: sum(paper.totalMinor) }
  }
  if (!taxes) throw new Error(`The taxes of ${quote.id}, a draft, were not fetched.`)
  const settings = taxes.ofAccount(quote.accountId)
  const { net, tax, total } = planDocument({ currency, settings, lines: quote.lines.map(quotedLine) })
  return { net: toWire(net), tax: toWire(tax), total: toWire(total) }
}
