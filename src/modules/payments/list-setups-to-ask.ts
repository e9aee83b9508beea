import { and, asc, gt, inArray, isNull, lt, or } from "drizzle-orm"
import { type Context, type Reach } from "#kit/context.ts"
import { methodSetups } from "./tables.ts"

/** Open ones that nobody has asked about for a while. */
export async function listSetupsToAsk(
  ctx: Context,
  reach: Reach,
  bounds: {
    readonly createdBefore: Temporal.Instant
    readonly createdAfter: Temporal.Instant
    readonly askedBefore: Temporal.Instant
    readonly limit: number
  },
): Promise<{ id: string; askedAt: Temporal.Instant | null }[]> {
  return ctx.db
    .select({ id: methodSetups.id, askedAt: methodSetups.askedAt })
    .from(methodSetups)
    .where(
      and(
        isWithin(reach),
        inArray(methodSetups.state, ["created", "waiting_for_payer"]),
        lt(methodSetups.createdAt, bounds.createdBefore),
        gt(methodSetups.createdAt, bounds.createdAfter),
        or(isNull(methodSetups.askedAt), lt(methodSetups.askedAt, bounds.askedBefore)),
      ),
    )
    .orderBy(asc(methodSetups.createdAt))
    .limit(bounds.limit)
}

function isWithin(reach: Reach) {
  return reach.kind === "accounts" ? inArray(methodSetups.accountId, [...reach.accountIds]) : undefined
}
