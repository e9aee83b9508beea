import { sql } from "drizzle-orm"
import { listMeteredVersions } from "#catalog"
import type { Context } from "#kit/context.ts"
import { insertRows } from "#kit/write-rows.ts"
import { metered } from "./metered-tables.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"

const MOST_AT_ONCE = 2_000

type Found = {
  readonly id: string
  readonly versionId: string
  readonly since: string
}

/**
 * Takes in each agreement that is paid for and charges by use: from where its last use was counted by another version,
 * or from the first day of the time that runs. Days of a trial are nobody's use.
 */
export async function adoptMetered(ctx: Context, today: Temporal.PlainDate): Promise<void> {
  const versions = await listMeteredVersions(ctx)
  if (versions.length === 0) return
  const column = (name: "id" | "planId") => sql.param([...new Set(versions.map((one) => one[name]))])
  const { rows } = await ctx.db.execute<Found & Record<string, unknown>>(sql`
    select one.id, one.version_id as "versionId",
      coalesce(before.ended_on, period.changed_on, period.start_on, one.period_start)::text as since
    from ${subscriptions} as one
    left join lateral (select max(ended_on) as ended_on from ${metered} as row
      where row.subscription_id = one.id) as before on true
    left join lateral (select changed_on, start_on from ${subscriptionPeriods} as row
      where row.subscription_id = one.id and row.start_on <= ${today.toString()}::date
      order by row.number desc limit 1) as period on true
    where one.plan_id = any(${column("planId")}::text[]) and one.version_id = any(${column("id")}::text[])
      and one.period_number > 0 and one.ended_at is null
      and not exists (select from ${metered} as row where row.subscription_id = one.id and row.ended_on is null)
    order by one.id
    limit ${MOST_AT_ONCE}`)
  const fresh = rows.map(({ id, versionId, since }) => {
    const first = Temporal.PlainDate.from(since)
    return {
      id: ctx.newId("mtd"),
      subscriptionId: id,
      versionId,
      since: first,
      countedUntil: first,
      closesOn: first.add({ months: 1 }),
    }
  })
  await insertRows(ctx.db, metered, fresh, { onConflict: "ignore" })
}
