import { and, asc, eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { advancePeriods } from "./advance-periods.ts"
import { askingDays } from "./asking-tables.ts"
import { isAskedBy, isToBeAsked } from "./due-subscriptions.ts"
import { inSavepoint } from "./in-savepoint.ts"
import { isWaived, nextCharge } from "./next-charge.ts"
import { groupRenewals } from "./renewal-lines.ts"
import { requestRenewals } from "./request-renewals.ts"
import { isRunning, type RunningSubscription } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** One transaction's worth: well under a second, and a kill repeats no more than it. */
const DUE_AT_ONCE = 200
/** Whoever of these has more of it waiting gets all of it on one request; nobody has more on one day. */
const MOST_AT_ONCE = 2_000

/**
 * Asks for what is due by today, day after day and account after account, each chunk by a few statements. Run twice, or
 * twice at once, it asks once: the rows are locked and looked at again. A subscription that can't be asked for is named
 * and left; the others go on. Gives where this chunk ended, null when there is none left.
 */
export async function renewDue(ctx: Context, after: string): Promise<string | null> {
  const { timeZone } = await getSettings(ctx)
  const today = ctx.clock.today(timeZone)
  const [afterOn, afterId] = after.split(" ")
  const chunk = await ctx.db
    .select({ on: askingDays.askOn, accountId: askingDays.accountId })
    .from(askingDays)
    .where(
      and(
        isAskedBy(today),
        afterOn
          ? sql`(${askingDays.askOn}, ${askingDays.accountId}) > (${afterOn}::date, ${afterId}::text)`
          : undefined,
      ),
    )
    .orderBy(asc(askingDays.askOn), asc(askingDays.accountId))
    .limit(DUE_AT_ONCE)
  const last = chunk.at(-1)
  if (!last) return null
  const running = await lockDue(ctx, isToBeAsked(today), [
    ...new Set(chunk.map(({ accountId }) => accountId)),
  ])
  if (running.length > 0) await renewInHalves(ctx, groupRenewals(running))
  return chunk.length < DUE_AT_ONCE ? null : `${last.on} ${last.accountId}`
}

async function lockDue(
  ctx: Context,
  due: ReturnType<typeof isToBeAsked>,
  accountIds: readonly string[],
): Promise<RunningSubscription[]> {
  const rows = await ctx.db
    .select()
    .from(subscriptions)
    .where(and(due, sql`${subscriptions.accountId} = any(${sql.param(accountIds)}::text[])`))
    .orderBy(asc(subscriptions.id))
    .limit(MOST_AT_ONCE)
    .for("update")
  return rows.map(readSubscription).filter(isRunning)
}

/** Where they can't be renewed together, each half by itself, until it is known which one it is. */
async function renewInHalves(ctx: Context, groups: readonly RunningSubscription[][]): Promise<void> {
  const error = await inSavepoint(ctx, () => renew(ctx, groups))
  if (!error) return
  const [[first, ...others] = []] = groups
  if (groups.length > 1) {
    const middle = Math.floor(groups.length / 2)
    await renewInHalves(ctx, groups.slice(0, middle))
    await renewInHalves(ctx, groups.slice(middle))
  } else if (first && others.length > 0) {
    await renewInHalves(
      ctx,
      [first, ...others].map((one) => [one]),
    )
  } else if (first) await recordTrouble(ctx, first, error)
}

/** What costs nothing goes on by itself; of the rest each group is asked for by one request. */
async function renew(ctx: Context, groups: readonly RunningSubscription[][]): Promise<void> {
  const free = groups.flat().filter((one) => !costs(one))
  await advancePeriods(
    ctx,
    free.map((one) => ({ one, paid: { cycles: 1, invoiceId: null, gross: money(0n, one.unit.currency) } })),
  )
  const paid = groups.map((group) => group.filter(costs)).filter((group) => group.length > 0)
  await requestRenewals(
    ctx,
    paid.map((group) => ({ group, purpose: "renewal", cycles: 1 })),
  )
}

/** A few days up to the billing day that no gateway would take are given. */
function costs(one: RunningSubscription): boolean {
  return !isWaived(one, nextCharge(one))
}

async function recordTrouble(ctx: Context, one: RunningSubscription, error: Error): Promise<void> {
  ctx.log.error({ subscriptionId: one.id, error: error.message }, "a subscription could not be renewed")
  await ctx.db
    .update(subscriptions)
    .set({ trouble: error.message.slice(0, 500) })
    .where(eq(subscriptions.id, one.id))
}
