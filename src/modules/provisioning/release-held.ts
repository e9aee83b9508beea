import { and, asc, eq, lte } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { serviceHolds } from "./hold-tables.ts"
import { releaseHold } from "./release-hold.ts"

/** What is left is due in the next round as well. */
const MOST_AT_ONCE = 200

/** Deletes what was held until today. Whoever calls this has looked at the hour: it is a working one. */
export async function releaseHeld(
  ctx: Context,
  today: Temporal.PlainDate,
  { serviceId }: { readonly serviceId?: string } = {},
): Promise<void> {
  const rows = await ctx.db
    .select({ id: serviceHolds.id })
    .from(serviceHolds)
    .where(and(lte(serviceHolds.releaseOn, today), serviceId ? eq(serviceHolds.id, serviceId) : undefined))
    .orderBy(asc(serviceHolds.releaseOn), asc(serviceHolds.id))
    .limit(MOST_AT_ONCE)
  const reason = "Refunded, and the days it was kept are over."
  for (const { id } of rows) await releaseHold(ctx, id, { reason, dueBy: today })
}
