import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { listAgreements, setTerms } from "#billing"
import { releaseStock } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import type { PlanChange } from "./change-of-plan-rows.ts"
import { planChanges } from "./change-of-plan-tables.ts"

const wholeHouse: Reach = { kind: "all" }

/** With the old plan's terms put back, where the renewal was to ask for the other's already. */
export async function withdrawPlanned(ctx: Context, change: PlanChange): Promise<void> {
  const { before, subscriptionId, currency } = change
  const agreement = (await listAgreements(ctx, wholeHouse, [subscriptionId])).get(subscriptionId)
  if (before && agreement) {
    await setTerms(ctx, {
      subscriptionId,
      planId: before.planId,
      versionId: before.versionId,
      priceId: before.priceId,
      unit: money(BigInt(before.unitMinor), currency),
      parts: before.parts ?? [],
      words: before.words,
      isExpected: false,
      reason: `Plan change ${change.id} was taken back.`,
    })
  }
  await ctx.db.update(planChanges).set({ state: "withdrawn" }).where(eq(planChanges.id, change.id))
  await releaseStock(ctx, { reference: change.id })
  await recordAudit(ctx, {
    act: "orders.plan-change-taken-back",
    subjectId: change.serviceId,
    accountId: change.accountId,
    before: { planId: change.agreed.planId },
    after: { planId: change.fromPlanId },
  })
}
