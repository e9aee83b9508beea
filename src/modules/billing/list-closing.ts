import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import { metered } from "./metered-tables.ts"
import { subscriptions } from "./subscription-tables.ts"

/** An agreement of which days of use are over. */
export interface Closing {
  readonly id: string
  readonly subscriptionId: string
  readonly versionId: string
  readonly since: string
  readonly countedUntil: string
  /** Another version counts from now on. */
  readonly isChanged: boolean
  /** The first day after it ended; null while it goes on. */
  readonly endsOn: string | null
  readonly quantity: number
  readonly currency: Currency
  readonly words: Say
}

export interface ClosingChunk {
  readonly after: string
  readonly limit: number
  /** Only these, held until the transaction ends. */
  readonly ids?: readonly string[]
}

/** Month over, plan changed, or agreement ended: by one statement. */
export async function listClosing(
  ctx: Context,
  { today, timeZone }: { readonly today: Temporal.PlainDate; readonly timeZone: string },
  { after, limit, ids }: ClosingChunk,
): Promise<Closing[]> {
  const endsOn = sql`((one.ended_at at time zone ${timeZone})::date + 1)`
  const { rows } = await ctx.db.execute<Closing & Record<string, unknown>>(sql`
    select row.id, row.subscription_id as "subscriptionId", row.version_id as "versionId", row.since::text as since,
      row.counted_until::text as "countedUntil", one.version_id is distinct from row.version_id as "isChanged",
      ${endsOn}::text as "endsOn", one.quantity, one.currency, one.words
    from ${metered} as row
    join ${subscriptions} as one on one.id = row.subscription_id
    where row.ended_on is null and row.id > ${after}
      ${ids ? sql`and row.id = any(${sql.param(ids)}::text[])` : sql``}
      and (row.closes_on <= ${today.toString()}::date or one.version_id is distinct from row.version_id
        or ${endsOn} <= ${today.toString()}::date)
    order by row.id
    limit ${limit}
    ${ids ? sql`for update of row` : sql``}`)
  return rows
}
