import { and, asc, eq, gt, lte } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { getChange } from "./get-change.ts"
import { isReady } from "./is-ready.ts"
import { priceChangeItems } from "./tables.ts"
import { tryMove } from "./try-move.ts"

const AT_ONCE = 100
/** What begins later is looked at later: at its renewals, and from here on. */
const LOOKED_AT_BEFORE = { days: 60 }
const wholeHouse: Reach = { kind: "all" }

/** Those who were told or need not be, and whose next time is the one at the other price: a chunk at a time. */
export async function moveItems(ctx: Context, changeId: string, after: string): Promise<string | null> {
  const { state } = await getChange(ctx, wholeHouse, changeId)
  if (state !== "running") return null
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const rows = await ctx.db
    .select({ id: priceChangeItems.id })
    .from(priceChangeItems)
    .where(
      and(
        eq(priceChangeItems.changeId, changeId),
        isReady,
        lte(priceChangeItems.firstOn, today.add(LOOKED_AT_BEFORE)),
        gt(priceChangeItems.id, after),
      ),
    )
    .orderBy(asc(priceChangeItems.id))
    .limit(AT_ONCE)
  for (const { id } of rows) await tryMove(ctx, id)
  return rows.length < AT_ONCE ? null : (rows.at(-1)?.id ?? null)
}
