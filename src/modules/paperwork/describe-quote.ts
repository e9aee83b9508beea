import type { z } from "zod"
import { accountTax, planDocument } from "#billing"
import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { type Quote, quotedLine } from "./quote.ts"
import type { quoteShape } from "./quote-contract.ts"

/** A sent one with the sums of its paper; a draft with those that it would have now. */
export async function describeQuote(ctx: Context, quote: Quote): Promise<z.infer<typeof quoteShape>> {
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
    ...(await sumsOf(ctx, quote)),
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

async function sumsOf(ctx: Context, quote: Quote) {
  const { currency } = quote
  if (quote.content) {
    const paper = JSON.parse(quote.content) as Record<"netMinor" | "taxMinor" | "totalMinor", string>
    const sum = (minor: string) => ({ minor, currency })
    return { net: sum(paper.netMinor), tax: sum(paper.taxMinor), total: sum(paper.totalMinor) }
  }
  const settings = await accountTax(ctx, quote.accountId)
  const { net, tax, total } = planDocument({ currency, settings, lines: quote.lines.map(quotedLine) })
  return { net: toWire(net), tax: toWire(tax), total: toWire(total) }
}
