import { isNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { getSettings } from "#tenancy"
import { billingCatchUp } from "./billing-catch-up.ts"
import { collectPaymentsWork } from "./collect-payments.ts"
import { collectingNotes } from "./collecting-tables.ts"
import { isCollected, isDue, isOwingBy } from "./due-subscriptions.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Starts the day's work where there is any; a few looks at small indexes where there is none. What was left out is some. */
export async function sweepCollecting(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const policy = await getCollectingPolicy(ctx)
  const found = await ctx.db.execute<{ due: boolean }>(sql`
    select exists (select from ${subscriptions} where ${isDue(today)})
      or exists (select from ${subscriptions} where ${isCollected(today, policy)})
      or exists (select from ${subscriptions} where ${isOwingBy(today, policy)})
      or exists (select from ${collectingNotes} where ${isNull(collectingNotes.closedOn)})
      or ${billingCatchUp.isWaiting()} as due`)
  if (!found.rows[0]?.due) return
  await startWork(ctx, collectPaymentsWork, { day: day.toString() }, { key: day.toString() })
}
