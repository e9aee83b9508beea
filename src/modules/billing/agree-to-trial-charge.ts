import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { billingRefusals } from "./errors.ts"
import type { RunningSubscription } from "./subscription.ts"
import { consentFrom, findTrialRule } from "./trial-rules.ts"
import { isUnpaidTrial } from "./unpaid-trial.ts"

/** To be charged after what was free is agreed to when it counts: earlier than the law lets it, it is refused. */
export async function agreeToTrialCharge(
  ctx: Context,
  one: RunningSubscription,
): Promise<{ readonly trialConsentAt?: Temporal.Instant }> {
  if (!isUnpaidTrial(one)) return {}
  const { seller, timeZone } = await getSettings(ctx)
  const chargeOn = one.periodEnd
  const { kind } = await getAccount(ctx, one.accountId)
  const rule = findTrialRule({ country: seller.country, on: chargeOn })
  const from = consentFrom(rule, { chargeOn, isBusiness: kind === "business" })
  if (from && Temporal.PlainDate.compare(ctx.clock.today(timeZone), from) < 0) {
    billingRefusals.refuse(
      "billing.trial_consent_too_early",
      { from: from.toString() },
      { field: "methodId" },
    )
  }
  return { trialConsentAt: ctx.clock.now() }
}
