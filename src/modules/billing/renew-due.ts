import { and, asc, eq, gt, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { advancePeriod } from "./advance-period.ts"
import { isDue } from "./due-subscriptions.ts"
import { inSavepoint } from "./in-savepoint.ts"
import { priceCycle } from "./price-cycles.ts"
import { groupRenewals } from "./renewal-lines.ts"
import { requestRenewal } from "./request-renewal.ts"
import { isRunning, type RunningSubscription } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** One transaction's worth: a chunk of 50 accounts takes well under a second, and a kill repeats no more than it. */
const ACCOUNTS_AT_ONCE = 50
/** Nobody has more on one day; what is above comes with the next day's run. */
const MOST_AT_ONCE = 2_000

/**
 * Asks for what is due by today, account after account. Run twice, or twice at once, it asks once: the rows are
 * locked and looked at again. A subscription that can't be asked for is named and left; the others go on. Gives the
 * last account of this chunk, null when there is none left.
 */
export async function renewDue(ctx: Context, after: string): Promise<string | null> {
  const { timeZone } = await getSettings(ctx)
  const due = isDue(ctx.clock.today(timeZone))
  const accounts = await ctx.db
    .selectDistinct({ id: subscriptions.accountId })
    .from(subscriptions)
    .where(and(due, gt(subscriptions.accountId, after)))
    .orderBy(asc(subscriptions.accountId))
    .limit(ACCOUNTS_AT_ONCE)
  const ids = accounts.map((one) => one.id)
  if (ids.length === 0) return null
  const rows = await ctx.db
    .select()
    .from(subscriptions)
    .where(and(due, inArray(subscriptions.accountId, ids)))
    .orderBy(asc(subscriptions.id))
    .limit(MOST_AT_ONCE)
    .for("update")
  const running = rows.map(readSubscription).filter(isRunning)
  const [paid, free] = [running.filter(costs), running.filter((one) => !costs(one))]
  for (const one of free) await prolong(ctx, one)
  for (const group of groupRenewals(paid)) await ask(ctx, group)
  return ids.at(-1) ?? null
}

function costs(one: RunningSubscription): boolean {
  return priceCycle(one, one.periodNumber).charged.minor > 0n
}

/** What costs nothing goes on by itself. */
async function prolong(ctx: Context, one: RunningSubscription): Promise<void> {
  const nothing = { cycles: 1, invoiceId: null, gross: money(0n, one.unit.currency) }
  const error = await inSavepoint(ctx, () => advancePeriod(ctx, one, nothing))
  if (error) await recordTrouble(ctx, one, error)
}

/** All of an account onto one request. Where that fails, each by itself: then it is seen which one can't be. */
async function ask(ctx: Context, group: readonly RunningSubscription[]): Promise<void> {
  const together = await inSavepoint(ctx, async () => void (await requestRenewal(ctx, group)))
  if (!together) return
  const [first, ...others] = group
  if (first && others.length === 0) return recordTrouble(ctx, first, together)
  for (const one of group) await ask(ctx, [one])
}

async function recordTrouble(ctx: Context, one: RunningSubscription, error: Error): Promise<void> {
  ctx.log.error({ subscriptionId: one.id, error: error.message }, "a subscription could not be renewed")
  await ctx.db
    .update(subscriptions)
    .set({ trouble: error.message.slice(0, 500) })
    .where(eq(subscriptions.id, one.id))
}
