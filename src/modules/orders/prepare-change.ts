import { eq } from "drizzle-orm"
import { comingStart, listAgreements, setTerms } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { getServicePlan } from "#provisioning"
import { planChanges } from "./change-of-plan-tables.ts"
import { getPlanChange } from "./get-plan-change.ts"

const wholeHouse: Reach = { kind: "all" }
/** A run of tomorrow shows today what it will ask for. */
const BEFORE_THE_RUN = { days: 1 }

/** Whether the renewal's day is near, so that it asks for the other plan's price. Told twice, it happens once. */
export async function prepareChange(
  ctx: Context,
  changeId: string,
  today: Temporal.PlainDate,
): Promise<void> {
  const change = await getPlanChange(ctx, wholeHouse, changeId, "update")
  if (change.state !== "planned" || change.before !== null) return
  const { subscriptionId, serviceId, agreed, currency } = change
  const agreement = (await listAgreements(ctx, wholeHouse, [subscriptionId])).get(subscriptionId)
  if (!agreement || agreement.one.cancelAtEnd) return
  const { one } = agreement
  const isNear =
    one.nextRequestOn === null ||
    Temporal.PlainDate.compare(one.nextRequestOn, today.add(BEFORE_THE_RUN)) <= 0
  if (!isNear) return
  const { hostname } = await getServicePlan(ctx, wholeHouse, serviceId)
  const { planId, versionId, priceId, planName } = agreed
  await setTerms(ctx, {
    subscriptionId,
    planId,
    versionId,
    priceId,
    unit: money(BigInt(agreed.unitMinor), currency),
    parts: agreed.parts ?? [],
    words: { en: `${planName.en} · ${hostname}`, ko: `${planName.ko} · ${hostname}` },
    isExpected: true,
    reason: `Plan change ${changeId}, from its next time on.`,
  })
  const before = {
    planId: one.planId,
    versionId: one.versionId,
    priceId: one.priceId,
    unitMinor: one.unit.minor.toString(),
    parts: one.parts,
    words: one.words,
  }
  await ctx.db
    .update(planChanges)
    .set({ before, changeOn: comingStart(one, 0) })
    .where(eq(planChanges.id, changeId))
}
