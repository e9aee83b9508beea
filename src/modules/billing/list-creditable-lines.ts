import { and, asc, eq, inArray, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { MOST_LINES } from "./payment-request.ts"
import type { CreditableLine } from "./plan-credit.ts"
import { creditNoteLines, invoiceLines, invoices } from "./tables.ts"

/** The lines of an invoice with what earlier notes took back of each. */
export async function listCreditableLines(
  ctx: Context,
  reach: Reach,
  invoiceId: string,
): Promise<(CreditableLine & { readonly subscriptionId: string | null; readonly priceId: string | null })[]> {
  const rows = await ctx.db
    .select({
      id: invoiceLines.id,
      currency: invoices.currency,
      taxMinor: invoiceLines.taxMinor,
      grossMinor: invoiceLines.grossMinor,
      subscriptionId: invoiceLines.subscriptionId,
      reason: invoiceLines.reason,
      creditedGross: sql<string>`coalesce(sum(${creditNoteLines.grossMinor}), 0)`,
      creditedTax: sql<string>`coalesce(sum(${creditNoteLines.taxMinor}), 0)`,
    })
    .from(invoiceLines)
    .innerJoin(
      invoices,
      and(eq(invoices.tenantId, invoiceLines.tenantId), eq(invoices.id, invoiceLines.invoiceId)),
    )
    .leftJoin(
      creditNoteLines,
      and(
        eq(creditNoteLines.tenantId, invoiceLines.tenantId),
        eq(creditNoteLines.invoiceLineId, invoiceLines.id),
      ),
    )
    .where(
      and(
        eq(invoiceLines.invoiceId, invoiceId),
        reach.kind === "accounts" ? inArray(invoices.accountId, [...reach.accountIds]) : undefined,
      ),
    )
    .groupBy(invoiceLines.tenantId, invoiceLines.id, invoices.currency)
    .orderBy(asc(invoiceLines.position))
    .limit(MOST_LINES)
  return rows.map((row) => ({
    id: row.id,
    tax: money(row.taxMinor, row.currency),
    gross: money(row.grossMinor, row.currency),
    creditedGross: money(BigInt(row.creditedGross), row.currency),
    creditedTax: money(BigInt(row.creditedTax), row.currency),
    subscriptionId: row.subscriptionId,
    priceId: row.reason.cycle ? row.reason.priceId : null,
  }))
}
