import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, money, toWire } from "#kit/money.ts"
import { isWanted } from "./is-wanted.ts"
import { type OverdueFilter, overdueRows } from "./overdue-rows.ts"
import { owedMinor } from "./owed-minor.ts"

/** How many are overdue and what they owe, per currency. */
export async function sumOverdue(ctx: Context, reach: Reach, filter: OverdueFilter) {
  const { rows } = await ctx.db.execute<{ currency: Currency; subscriptions: number; owed: string }>(sql`
    ${await overdueRows(ctx, reach, filter)}
    select currency, count(*)::int as subscriptions, sum(${owedMinor})::text as owed
    from listed where ${isWanted(filter)} group by currency order by currency`)
  return rows.map(({ currency, subscriptions, owed }) => ({
    subscriptions,
    owed: toWire(money(BigInt(owed), currency)),
  }))
}
