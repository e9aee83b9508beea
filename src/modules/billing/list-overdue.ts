import { type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, money, toWire } from "#kit/money.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { Say } from "#kit/refusal.ts"
import { listNewestDeclines, listReferencesBeingPaid } from "#payments"
import { getSettings } from "#tenancy"
import type { dunningShape } from "./dunning-contract.ts"
import { isWanted } from "./is-wanted.ts"
import { type OverdueFilter, overdueRows } from "./overdue-rows.ts"
import { owedMinor } from "./owed-minor.ts"
import { readCollectingDay } from "./read-collecting-day.ts"

/** How the database writes a day that does not come: after every other. */
const NEVER = "infinity"

type Overdue = z.infer<typeof dunningShape>

interface OverdueRow extends Record<string, unknown> {
  readonly id: string
  readonly account_id: string
  readonly account_name: string
  readonly words: Say
  readonly state: Overdue["state"]
  readonly currency: Currency
  readonly owed: string
  readonly last_day: string
  readonly days_overdue: number
  readonly request_id: string | null
  readonly grace_until: string | null
  readonly step: Overdue["next"]["step"]
  readonly step_on: string
}

/** All that is overdue: what happens to it soonest comes first. */
export async function listOverdue(
  ctx: Context,
  reach: Reach,
  filter: OverdueFilter & { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<Overdue>> {
  const { today } = await readCollectingDay(ctx)
  const { rows } = await ctx.db.execute<OverdueRow>(sql`
    ${await overdueRows(ctx, reach, filter)}
    select listed.id, account_id, account_name, words, state, currency, (${owedMinor})::text as owed,
      last_day::text, ${today.toString()}::date - last_day as days_overdue, request_id, grace_until::text,
      step, step_on::text
    from listed where ${isWanted(filter)} ${goingOn(filter.after)}
    order by step_on, id limit ${filter.limit + 1}`)
  const page = cutPage(rows, filter.limit, (row) => [row.step_on, row.id])
  const references = page.items.flatMap(({ request_id }) => (request_id ? [request_id] : []))
  const declines = await listNewestDeclines(ctx, references)
  const paying = await listReferencesBeingPaid(ctx, reach, references)
  const { timeZone } = await getSettings(ctx)
  const items = page.items.map((row): Overdue => {
    const decline = declines.get(row.request_id ?? "")
    const on = decline?.at.toZonedDateTimeISO(timeZone).toPlainDate().toString()
    return {
      subscriptionId: row.id,
      accountId: row.account_id,
      accountName: row.account_name,
      words: row.words,
      state: row.state,
      owed: toWire(money(BigInt(row.owed), row.currency)),
      lastDay: row.last_day,
      daysOverdue: row.days_overdue,
      paymentRequestId: row.request_id,
      decline: decline && on ? { on, words: decline.words } : null,
      isBeingPaid: paying.has(row.request_id ?? ""),
      promisedUntil: row.grace_until,
      next: { step: row.step, on: row.step_on === NEVER ? null : row.step_on },
    }
  })
  return { items, next: page.next }
}

function goingOn(after: string | undefined): SQL {
  const [on, id] = decodeKey(after, 2) ?? []
  const isDay = on === NEVER || /^\d{4}-\d{2}-\d{2}$/.test(on ?? "")
  return isDay ? sql`and (step_on, listed.id) > (${on}::date, ${id}::text)` : sql``
}
