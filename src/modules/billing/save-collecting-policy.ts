import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm"
import { recordAudit } from "#audit"
import { getRangeProduct } from "#catalog"
import type { Context } from "#kit/context.ts"
import { forget } from "#kit/transaction-memo.ts"
import { collectingRefusals } from "./collecting-errors.ts"
import type { CollectingPolicy, ProductDays } from "./collecting-policy.ts"
import { COLLECTING_POLICY } from "./collecting-policy-key.ts"
import { collectingPolicies } from "./collecting-tables.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Holds from the next day's run on. What was asked for already stays as it was asked. */
export async function saveCollectingPolicy(ctx: Context, wish: CollectingPolicy): Promise<CollectingPolicy> {
  if (wish.terminateDays <= wish.suspendDays) {
    collectingRefusals.refuse("billing.policy_ends_too_soon", {}, { field: "terminateDays" })
  }
  for (const [index, days] of wish.products.entries()) {
    if (days.terminateDays > days.suspendDays) continue
    collectingRefusals.refuse(
      "billing.policy_ends_too_soon",
      {},
      { field: `products/${index}/terminateDays` },
    )
  }
  await refuseUnknownProducts(ctx, wish.products)
  if (wish.longPromiseDays < wish.promiseDays) {
    collectingRefusals.refuse("billing.policy_promises_crossed", {}, { field: "longPromiseDays" })
  }
  if (wish.toHour <= wish.fromHour) {
    collectingRefusals.refuse("billing.policy_has_no_hours", {}, { field: "toHour" })
  }
  const before = await getCollectingPolicy(ctx)
  const row = {
    ...wish,
    reminderDays: [...wish.reminderDays],
    chargeDays: [...wish.chargeDays],
    holidays: [...wish.holidays],
    products: wish.products.map((days) => ({ ...days })),
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

async function refuseUnknownProducts(ctx: Context, products: readonly ProductDays[]): Promise<void> {
  const known = new Set<string>()
  for (const [index, { productId }] of products.entries()) {
    const field = `products/${index}/productId`
    if (known.has(productId)) collectingRefusals.refuse("billing.policy_product_twice", {}, { field })
    known.add(productId)
    await getRangeProduct(ctx, productId)
  }
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
