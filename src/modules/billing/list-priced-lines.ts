import { and, asc, eq, gte, inArray, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { decodeKey, encodeKey } from "#kit/paging.ts"
import { invoiceLines, invoices } from "./tables.ts"

export interface PricedLine {
  readonly lineId: string
  readonly invoiceId: string
  readonly invoiceNumber: string
  readonly accountId: string
  readonly priceId: string
}

/** Lines of invoices since a moment that were computed by one of these prices, oldest first. */
export async function listPricedLines(
  ctx: Context,
  reach: Reach,
  wanted: {
    readonly priceIds: readonly string[]
    readonly since: Temporal.Instant
    readonly after: string
    readonly limit: number
  },
): Promise<{ readonly items: PricedLine[]; readonly next: string | null }> {
  const key = decodeKey(wanted.after, 2)
  const priceId = sql<string>`${invoiceLines.reason} ->> 'priceId'`
  const rows = await ctx.db
    .select({
      lineId: invoiceLines.id,
      invoiceId: invoices.id,
      invoiceNumber: invoices.number,
      accountId: invoices.accountId,
      issuedAt: invoices.issuedAt,
      priceId,
    })
    .from(invoices)
    .innerJoin(
      invoiceLines,
      and(eq(invoiceLines.tenantId, invoices.tenantId), eq(invoiceLines.invoiceId, invoices.id)),
    )
    .where(
      and(
        gte(invoices.issuedAt, wanted.since),
        sql`${priceId} = any(${sql.param([...wanted.priceIds])}::text[])`,
        reach.kind === "accounts" ? inArray(invoices.accountId, [...reach.accountIds]) : undefined,
        key
          ? sql`(${invoices.issuedAt}, ${invoiceLines.id}) > (${key[0]}::timestamptz, ${key[1]})`
          : undefined,
      ),
    )
    .orderBy(asc(invoices.issuedAt), asc(invoiceLines.id))
    .limit(wanted.limit)
  const last = rows.at(-1)
  const isFull = rows.length === wanted.limit && last
  return {
    items: rows.map(({ issuedAt: _at, ...row }) => row),
    next: isFull ? encodeKey([last.issuedAt.toString(), last.lineId]) : null,
  }
}
