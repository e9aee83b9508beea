import { and, gte, inArray, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { orderRows } from "./tables.ts"

export interface DayCount {
  /** "2026-11-21", a day of the shop's calendar. */
  readonly day: string
  readonly count: number
}

/** One statement over the index by moment; days without an order are left out. */
export async function countOrdersByDay(
  ctx: Context,
  reach: Reach,
  { since, timeZone }: { readonly since: Temporal.Instant; readonly timeZone: string },
): Promise<DayCount[]> {
  const day = sql<string>`to_char(${orderRows.createdAt} at time zone ${timeZone}, 'YYYY-MM-DD')`
  return ctx.db
    .select({ day, count: sql<number>`count(*)::int` })
    .from(orderRows)
    .where(
      and(
        gte(orderRows.createdAt, since),
        reach.kind === "accounts" ? inArray(orderRows.accountId, [...reach.accountIds]) : undefined,
      ),
    )
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .limit(MOST_DAYS)
}

const MOST_DAYS = 400
