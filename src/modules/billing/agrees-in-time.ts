import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { consentFrom, findTrialRule } from "./trial-rules.ts"

/**
 * Whether what is agreed to on that day still counts when a trial of so many days is over that begins with it. One that
 * begins later is looked at again on the day on which it does.
 */
export async function agreesInTime(
  ctx: Context,
  wish: { readonly accountId: string | undefined; readonly days: number; readonly at: Temporal.Instant },
): Promise<boolean> {
  const { seller, timeZone } = await getSettings(ctx)
  const agreedOn = wish.at.toZonedDateTimeISO(timeZone).toPlainDate()
  const chargeOn = agreedOn.add({ days: wish.days })
  // Who isn't known yet is taken for a consumer, whom the law asks anew.
  const isBusiness = wish.accountId ? (await getAccount(ctx, wish.accountId)).kind === "business" : false
  const from = consentFrom(findTrialRule({ country: seller.country, on: chargeOn }), { chargeOn, isBusiness })
  return from === null || Temporal.PlainDate.compare(agreedOn, from) >= 0
}
