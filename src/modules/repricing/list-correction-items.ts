import { and, asc, eq, gt } from "drizzle-orm"
import type { z } from "zod"
import { listAgreementNames } from "#billing"
import { listAccountNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { correctionItemShape } from "./contract.ts"
import type { ItemStanding } from "./correction.ts"
import { correctionItems } from "./correction-tables.ts"

/** Document by document: what was done about each, or why nothing was. */
export async function listCorrectionItems(
  ctx: Context,
  reach: Reach,
  filter: {
    readonly id: string
    readonly standing?: ItemStanding | undefined
    readonly limit: number
    readonly after?: string | undefined
  },
): Promise<Page<z.infer<typeof correctionItemShape>>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const key = decodeKey(filter.after, 1)
  const rows = await ctx.db
    .select()
    .from(correctionItems)
    .where(
      and(
        eq(correctionItems.correctionId, filter.id),
        filter.standing ? eq(correctionItems.standing, filter.standing) : undefined,
        key ? gt(correctionItems.id, key[0] ?? "") : undefined,
      ),
    )
    .orderBy(asc(correctionItems.id))
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, ({ id }) => [id])
  const names = await listAccountNames(
    ctx,
    page.items.map(({ accountId }) => accountId),
  )
  const agreements = await listAgreementNames(
    ctx,
    page.items.flatMap(({ kind, documentId }) => (kind === "subscription" ? documentId : [])),
  )
  const items = page.items.map((row) => ({
    id: row.id,
    kind: row.kind,
    documentId: row.documentId,
    invoiceId: row.invoiceId,
    number: row.number,
    words: agreements.get(row.documentId)?.words ?? null,
    since: agreements.get(row.documentId)?.since.toString() ?? null,
    accountId: row.accountId,
    accountName: names.get(row.accountId) ?? "",
    standing: row.standing,
    resultId: row.resultId,
    credited: row.creditedMinor === null ? null : toWire(money(row.creditedMinor, row.currency)),
    because: row.because,
    toldAt: row.toldAt?.toString() ?? null,
  }))
  return { items, next: page.next }
}
