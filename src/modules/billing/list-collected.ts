import { and, type SQL, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { CollectingPolicy } from "./collecting-policy.ts"
import { isNearItsEnd, isOwedBy, isPausedBy, isRunningByState } from "./due-subscriptions.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"
import { invoices } from "./tables.ts"

/** Where in the list somebody stands: by which of its three parts, and where in that. */
interface Place {
  readonly part: number
  readonly on: string
  readonly id: string
}

export interface CollectedPart {
  readonly ids: readonly string[]
  /** Where the next chunk begins; null at the end. */
  readonly next: string | null
}

/**
 * Whose day it may be, a chunk at a time: those near the end of their paid time or past it, then those in a pause, then those that owe
 * by an invoice; each by an index of its own, so that nobody else is looked at. Nobody is in two parts.
 */
export async function listCollected(
  ctx: Context,
  wish: {
    readonly today: Temporal.PlainDate
    readonly policy: CollectingPolicy
    readonly after: string
    readonly most: number
  },
): Promise<CollectedPart> {
  const { today, policy, after, most } = wish
  const place = readPlace(after)
  const parts = partsOf(today, policy)
    .map((part, index) => ({ ...part, index }))
    .filter(({ index }) => index >= place.part)
    .map(({ index, on, from, where }) => {
      const beyond =
        index === place.part
          ? sql` and (${on}, ${subscriptions.id}) > (${place.on}::date, ${place.id}::text)`
          : sql``
      return sql`(select ${index}::int as part, ${on} as due, ${subscriptions.id} as id from ${from}
        where ${where}${beyond} order by 2, 3 limit ${most}::int)`
    })
  const { rows } = await ctx.db.execute<{ part: number; due: string; id: string }>(
    sql`select part, due::text, id from (${sql.join(parts, sql` union all `)}) as listed order by part, due, id limit ${most}::int`,
  )
  const last = rows.at(-1)
  return {
    ids: rows.map(({ id }) => id),
    next: last && rows.length === most ? `${last.part} ${last.due} ${last.id}` : null,
  }
}

/** What no run of today wrote is no place: then it begins at the beginning. */
function readPlace(after: string): Place {
  const [part, on, id] = after.split(" ")
  if (part === undefined || on === undefined || id === undefined) return { part: 0, on: "-infinity", id: "" }
  return { part: Number(part), on, id }
}

interface Part {
  /** The day by which its index goes. */
  readonly on: SQL
  readonly from: SQL
  readonly where: SQL | undefined
}

function partsOf(today: Temporal.PlainDate, policy: CollectingPolicy): Part[] {
  const running = isRunningByState()
  const near = isNearItsEnd(today, policy)
  const paused = isPausedBy(today)
  const not = (condition: SQL | undefined) => sql`(${condition}) is not true`
  return [
    { on: sql`${subscriptions.periodEnd}`, from: sql`${subscriptions}`, where: and(running, near) },
    {
      on: sql`${subscriptions.pauseFrom}`,
      from: sql`${subscriptions}`,
      where: and(running, paused, not(near)),
    },
    {
      on: sql`owed.due_on`,
      from: sql`${invoices} as owed
        join ${subscriptionPeriods} as period on period.tenant_id = owed.tenant_id and period.invoice_id = owed.id
        join ${subscriptions} on ${subscriptions.tenantId} = owed.tenant_id and ${subscriptions.id} = period.subscription_id`,
      where: and(isOwedBy(today, policy), running, not(near), not(paused)),
    },
  ]
}
