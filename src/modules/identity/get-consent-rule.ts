import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { type ConsentRule, consentRules, findConsentRule } from "./consent-rule.ts"

/** What holds for this shop today. */
export async function getConsentRule(ctx: Context): Promise<ConsentRule> {
  const { seller, timeZone } = await getSettings(ctx)
  const on = ctx.clock.now().toZonedDateTimeISO(timeZone).toPlainDate()
  return findConsentRule(consentRules, { country: seller.country, on })
}
