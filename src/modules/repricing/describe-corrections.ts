import { inArray, sql } from "drizzle-orm"
import type { z } from "zod"
import { listPriceTargets } from "#catalog"
import { listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import type { correctionShape } from "./contract.ts"
import { correctionItems } from "./correction-tables.ts"
import type { Correction } from "./get-correction.ts"

export type CorrectionView = z.infer<typeof correctionShape>

/** With how many documents stand where, and what has gone back. */
export async function describeCorrections(
  ctx: Context,
  reach: Reach,
  rows: readonly Correction[],
): Promise<CorrectionView[]> {
  if (rows.length === 0) return []
  const counts = await countItems(
    ctx,
    reach,
    rows.map(({ id }) => id),
  )
  const names = await listPersonNames(
    ctx,
    rows.map(({ createdBy }) => createdBy),
  )
  return Promise.all(
    rows.map(async (row) => {
      const own = counts.filter(({ correctionId }) => correctionId === row.id)
      const total = (standing: string) =>
        own.filter((one) => one.standing === standing).reduce((whole, { count }) => whole + count, 0)
      const currencies = [...new Set(own.map(({ currency }) => currency))]
      const versionOf = async (versionId: string) =>
        (await listPriceTargets(ctx, reach, { planId: row.planId, versionId }))[0]
      const [wrong, right] = [await versionOf(row.wrongVersionId), await versionOf(row.rightVersionId)]
      return {
        id: row.id,
        planId: row.planId,
        planName: wrong?.name ?? { en: row.planId, ko: row.planId },
        wrongVersion: wrong?.number ?? 0,
        rightVersion: right?.number ?? 0,
        wrongVersionId: row.wrongVersionId,
        rightVersionId: row.rightVersionId,
        reason: row.reason,
        state: row.state,
        passes: row.passes,
        waiting: total("waiting"),
        done: total("done"),
        left: total("left"),
        failed: total("failed"),
        credited: currencies.map((currency) =>
          toWire(
            money(
              own
                .filter((one) => one.currency === currency)
                .reduce((whole, { credited }) => whole + BigInt(credited), 0n),
              currency,
            ),
          ),
        ),
        createdAt: row.createdAt.toString(),
        createdBy: names.get(row.createdBy) ?? "",
      }
    }),
  )
}

/** How many documents stand where, by kind and currency, and what has gone back. */
async function countItems(ctx: Context, _reach: Reach, ids: readonly string[]) {
  return ctx.db
    .select({
      correctionId: correctionItems.correctionId,
      kind: correctionItems.kind,
      standing: correctionItems.standing,
      currency: correctionItems.currency,
      count: sql<number>`count(*)::int`,
      credited: sql<string>`coalesce(sum(${correctionItems.creditedMinor}), 0)::text`,
    })
    .from(correctionItems)
    .where(inArray(correctionItems.correctionId, [...ids]))
    .groupBy(
      correctionItems.correctionId,
      correctionItems.kind,
      correctionItems.standing,
      correctionItems.currency,
    )
    .limit(ids.length * 60)
}
