import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { findChargeableMethod } from "#payments"
import { getSettings } from "#tenancy"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import type { Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"
import { trialRequestDay } from "./trial-end.ts"
import { consentFrom, findTrialRule, type TrialRule } from "./trial-rules.ts"

/**
 * It is used from today and paid for from the day after the trial: its periods are counted from there. Charged by itself
 * only where what its customer agreed to still counts on that day; otherwise they are asked to pay, or to agree anew.
 */
export async function beginTrial(ctx: Context, one: Subscription, start: Temporal.PlainDate): Promise<void> {
  const settings = await getSettings(ctx)
  const end = start.add({ days: one.trialDays ?? 0 })
  const rule = findTrialRule({ country: settings.seller.country, on: end })
  const methodId = await methodToCharge(ctx, one, { end, rule, timeZone: settings.timeZone })
  const collection = methodId ? "automatic" : "manual"
  await ctx.db
    .update(subscriptions)
    .set({
      state: "trialing",
      trialUntil: end,
      anchorOn: end,
      periodStart: start,
      periodEnd: end,
      nextRequestOn: trialRequestDay({ start, end }, await getCollectingPolicy(ctx), rule),
      collection,
      methodId,
    })
    .where(eq(subscriptions.id, one.id))
  await recordAudit(ctx, {
    act: "billing.trial-begun",
    subjectId: one.id,
    accountId: one.accountId,
    before: { state: one.state },
    after: { state: "trialing", trialUntil: end.toString(), collection },
  })
}

async function methodToCharge(
  ctx: Context,
  { accountId, methodId, trialConsentAt }: Subscription,
  at: { readonly end: Temporal.PlainDate; readonly rule: TrialRule; readonly timeZone: string },
): Promise<string | null> {
  if (!methodId || !trialConsentAt) return null
  const method = await findChargeableMethod(ctx, { kind: "all" }, { accountId, methodId })
  if (!method) return null
  const { kind } = await getAccount(ctx, accountId)
  const from = consentFrom(at.rule, { chargeOn: at.end, isBusiness: kind === "business" })
  const agreedOn = trialConsentAt.toZonedDateTimeISO(at.timeZone).toPlainDate()
  return from && Temporal.PlainDate.compare(agreedOn, from) < 0 ? null : method.id
}
