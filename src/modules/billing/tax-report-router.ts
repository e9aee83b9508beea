import { type Context, within } from "#kit/context.ts"
import { type Currency, money, toWire } from "#kit/money.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { inLowestTerms, readRate, writeRate } from "#tax"
import { getSettings, percentOf } from "#tenancy"
import { findKept } from "./find-kept.ts"
import { getEuSales } from "./get-eu-sales.ts"
import { getTaxReport } from "./get-tax-report.ts"
import { listTaxDocuments } from "./list-tax-documents.ts"
import { listVatSales } from "./list-vat-sales.ts"
import { planTaxPeriod, type TaxPeriodWish } from "./plan-tax-period.ts"
import type { taxReportContract } from "./tax-report-contract.ts"

const read = permit("billing.tax-report.read")

export function answerTaxReport(): Answers<typeof taxReportContract> {
  return {
    get: answer(read, (ctx, wish) => getTaxReport(ctx, within(ctx.actor), wish)),
    documents: answer(read, async (ctx, wish) => {
      const reach = within(ctx.actor)
      const rate = wish.rate && writeRate(inLowestTerms(readRate(wish.rate)))
      const page = await listTaxDocuments(ctx, reach, { ...wish, ...(await readDays(ctx, wish)), rate })
      const kept = await findKept(ctx, reach, page.items)
      return {
        ...page,
        items: page.items.map(({ currency, issuedOn, parts, ...one }) => ({
          ...one,
          accountName: kept.has(one.id) ? "" : one.accountName,
          issuedOn: issuedOn.toString(),
          parts: parts.map((part) => ({
            rate: part.rate,
            percent: percentOf(readRate(part.rate)),
            net: wire(part.net, currency),
            tax: wire(part.tax, currency),
            gross: toWire(money(BigInt(part.net) + BigInt(part.tax), currency)),
          })),
        })),
      }
    }),
    euSales: answer(read, async (ctx) => ({ sales: await getEuSales(ctx, within(ctx.actor)) })),
    salesList: answer(read, async (ctx, wish) => {
      const days = await readDays(ctx, wish)
      const page = await listVatSales(ctx, within(ctx.actor), { ...wish, ...days })
      return {
        next: page.next,
        from: days.from.toString(),
        until: days.until.toString(),
        items: page.items.map(({ vatNumber, currency, net, ...counts }) => ({
          country: vatNumber.slice(0, 2),
          vatNumber,
          net: wire(net, currency),
          ...counts,
        })),
      }
    }),
  }
}

function wire(minor: string, currency: Currency) {
  return toWire(money(BigInt(minor), currency))
}

async function readDays(ctx: Context, wish: TaxPeriodWish & { readonly legalEntity?: string | undefined }) {
  const { timeZone, legalEntityId } = await getSettings(ctx)
  const { from, until } = planTaxPeriod(wish, ctx.clock.today(timeZone))
  return { from, until, legalEntityId: wish.legalEntity ?? legalEntityId }
}
