import { and, asc, gt } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { inHalves, type LeftOut } from "#kit/work/in-halves.ts"
import { chargeRequests } from "./charge-requests.ts"
import { isCharged } from "./is-charged.ts"
import { readCollectingDay } from "./read-collecting-day.ts"
import { paymentRequests } from "./tables.ts"

const MOST_AT_ONCE = 50

/** Of a day's run, as far as one transaction comes. */
export interface RunChunk {
  /** Where the next chunk begins; null at the end. */
  readonly next: string | null
  /** Nothing was done about these. */
  readonly leftOut: readonly LeftOut[]
}

/** Charges the saved methods of what is due by today. One that can't be charged is left out; the others go on. */
export async function chargeDue(ctx: Context, after: string): Promise<RunChunk> {
  const day = await readCollectingDay(ctx)
  const rows = await ctx.db
    .select({ id: paymentRequests.id })
    .from(paymentRequests)
    .where(and(isCharged(day.today), gt(paymentRequests.id, after)))
    .orderBy(asc(paymentRequests.id))
    .limit(MOST_AT_ONCE)
  const ids = rows.map(({ id }) => id)
  const { leftOut } = await inHalves(ctx, ids, (part) => chargeRequests(ctx, part, day))
  return { next: ids.length < MOST_AT_ONCE ? null : (ids.at(-1) ?? null), leftOut }
}
