import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context, Reach } from "#kit/context.ts"
import { type Money, toWire } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import { billingRefusals } from "./errors.ts"
import { nextMinorOf } from "./free-time.ts"
import { keepWorth } from "./keep-worth.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { nextStart } from "./pause.ts"
import { type PricePart, repriceParts } from "./price-parts.ts"
import { replaceRequest } from "./replace-request.ts"
import { isRunning } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface WantedTerms {
  readonly subscriptionId: string
  readonly planId?: string
  readonly versionId: string | null
  readonly priceId: string
  /** For one cycle and one piece, before discounts. */
  readonly unit: Money
  /** What the unit is made of; absent: the same choices, and what is left is the plan's own price. */
  readonly parts?: readonly PricePart[]
  readonly words?: Say
  /** Its customer knows of the price: a run that asks for it needs nobody's look. */
  readonly isExpected: boolean
  /** For colleagues: why. */
  readonly reason: string
  /** An open request stays as it is: the caller replaces it when all of its agreements have their price. */
  readonly keepsRequest?: true
}

const wholeHouse: Reach = { kind: "all" }

/**
 * What its next time costs, and by which plan it is bought. What is paid keeps its worth; what was asked for at the old
 * price is asked for anew. Told twice, it changes nothing the second time.
 */
export async function setTerms(ctx: Context, wanted: WantedTerms): Promise<{ requestId: string | null }> {
  const { subscription, request } = await lockSubscription(ctx, wholeHouse, wanted.subscriptionId)
  if (!isRunning(subscription)) {
    return billingRefusals.refuse("billing.subscription_missing", { subscriptionId: subscription.id })
  }
  const { versionId, priceId, unit, words = subscription.words, planId = subscription.planId } = wanted
  await keepWorth(ctx, subscription)
  await ctx.db
    .update(subscriptions)
    .set({
      planId,
      versionId,
      priceId,
      words,
      unitMinor: unit.minor,
      parts: [...(wanted.parts ?? repriceParts(subscription.parts, unit))],
      nextMinor: nextMinorOf({ ...subscription, planId, unit }, nextStart(subscription)),
      expectedMinor: wanted.isExpected ? unit.minor : null,
    })
    .where(eq(subscriptions.id, subscription.id))
  await recordAudit(ctx, {
    act: "billing.terms-set",
    subjectId: subscription.id,
    accountId: subscription.accountId,
    reason: wanted.reason,
    before: { planId: subscription.planId, priceId: subscription.priceId, unit: toWire(subscription.unit) },
    after: { planId, priceId, unit: toWire(unit) },
  })
  if (request && !wanted.keepsRequest) await replaceRequest(ctx, request, "")
  return { requestId: request?.id ?? null }
}
