import { listPriced } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { correctionItems } from "./correction-tables.ts"
import { getCorrection } from "./get-correction.ts"

const AT_ONCE = 200
const wholeHouse: Reach = { kind: "all" }

/** Agreements whose next time would cost the wrong price. */
export async function listWrongTerms(
  ctx: Context,
  correctionId: string,
  after: string,
): Promise<string | null> {
  const { planId, wrongVersionId } = await getCorrection(ctx, wholeHouse, correctionId)
  const page = await listPriced(ctx, wholeHouse, {
    planIds: [planId],
    versionId: wrongVersionId,
    includesLeaving: true,
    after: after || undefined,
    limit: AT_ONCE,
  })
  const rows = page.items.map(({ one }) => ({
    id: ctx.newId("pcd"),
    correctionId,
    kind: "subscription" as const,
    documentId: one.id,
    accountId: one.accountId,
    priceId: one.priceId,
    standing: "waiting" as const,
    currency: one.unit.currency,
    createdAt: ctx.clock.now(),
  }))
  if (rows.length > 0) await ctx.db.insert(correctionItems).values(rows).onConflictDoNothing()
  return page.next
}
