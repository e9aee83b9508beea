import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { forget } from "#kit/transaction-memo.ts"
import type { CollectingPolicy } from "./collecting-policy.ts"
import { COLLECTING_POLICY } from "./collecting-policy-key.ts"
import { collectingPolicies } from "./collecting-tables.ts"
import { billingRefusals } from "./errors.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Holds from the next day's run on. What was asked for already stays as it was asked. */
export async function saveCollectingPolicy(ctx: Context, wish: CollectingPolicy): Promise<CollectingPolicy> {
  if (wish.terminateDays <= wish.suspendDays) {
    billingRefusals.refuse("billing.policy_ends_too_soon", {}, { field: "terminateDays" })
  }
  if (wish.toHour <= wish.fromHour) {
    billingRefusals.refuse("billing.policy_has_no_hours", {}, { field: "toHour" })
  }
  const before = await getCollectingPolicy(ctx)
  const row = {
    ...wish,
    reminderDays: [...wish.reminderDays],
    chargeDays: [...wish.chargeDays],
    holidays: [...wish.holidays],
  }
  await ctx.db
    .insert(collectingPolicies)
    .values({ id: "policy", ...row })
    .onConflictDoUpdate({ target: [collectingPolicies.tenantId, collectingPolicies.id], set: row })
  forget(ctx.db, `${COLLECTING_POLICY} ${ctx.tenant}`)
  if (before.requestDays !== wish.requestDays) await moveRequestDays(ctx, wish.requestDays)
  await recordAudit(ctx, {
    act: "billing.collecting-policy-changed",
    subjectId: "policy",
    before: { ...before },
    after: row,
  })
  return wish
}

/** The same rules as planRequestDay and nextStart, for all at once. */
async function moveRequestDays(ctx: Context, requestDays: number): Promise<void> {
  const { periodEnd, pauseFrom, pauseUntil } = subscriptions
  const nextStart = sql`case when ${pauseFrom} >= ${periodEnd} then ${pauseUntil} else ${periodEnd} end`
  await ctx.db
    .update(subscriptions)
    .set({
      nextRequestOn: sql`greatest(${nextStart} - ${requestDays + 1}::int, ${subscriptions.periodStart})`,
    })
    .where(
      and(
        isNotNull(subscriptions.nextRequestOn),
        isNull(subscriptions.requestId),
        eq(subscriptions.cancelAtEnd, false),
        // A trial is told of as early as its law wants, and keeps that day.
        ne(subscriptions.state, "trialing"),
      ),
    )
}
