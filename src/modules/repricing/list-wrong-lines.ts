import { listPricedLines } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { correctionItems } from "./correction-tables.ts"
import { getCorrection } from "./get-correction.ts"
import { loadVersions } from "./load-versions.ts"

const AT_ONCE = 200
const wholeHouse: Reach = { kind: "all" }

/** Lines of invoices that were computed by the wrong price, since it was published. */
export async function listWrongLines(
  ctx: Context,
  correctionId: string,
  after: string,
): Promise<string | null> {
  const { wrong } = await loadVersions(ctx, wholeHouse, await getCorrection(ctx, wholeHouse, correctionId))
  const currencyOf = new Map(wrong.prices.map(({ id, currency }) => [id, currency]))
  const page = await listPricedLines(ctx, wholeHouse, {
    priceIds: [...currencyOf.keys()],
    since: wrong.publishedAt ?? ctx.clock.now(),
    after,
    limit: AT_ONCE,
  })
  const rows = page.items.flatMap((line) => {
    const currency = currencyOf.get(line.priceId)
    if (!currency) return []
    return [
      {
        id: ctx.newId("pcd"),
        correctionId,
        kind: "line" as const,
        documentId: line.lineId,
        invoiceId: line.invoiceId,
        number: line.invoiceNumber,
        accountId: line.accountId,
        priceId: line.priceId,
        standing: "waiting" as const,
        currency,
        createdAt: ctx.clock.now(),
      },
    ]
  })
  if (rows.length > 0) await ctx.db.insert(correctionItems).values(rows).onConflictDoNothing()
  return page.next
}
