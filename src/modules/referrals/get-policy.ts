import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { ReferralPolicy } from "./referral.ts"
import { referralPolicies } from "./tables.ts"

/** Until somebody decides, nothing is rewarded. */
const switchedOff: ReferralPolicy = { isOn: false, afterDays: 30, mostAYear: null, rewards: [] }

export async function getPolicy(ctx: Context): Promise<ReferralPolicy> {
  const [row] = await ctx.db.select().from(referralPolicies).where(eq(referralPolicies.id, "policy")).limit(1)
  if (!row) return switchedOff
  const { isOn, afterDays, mostAYear, rewards } = row
  return { isOn, afterDays, mostAYear, rewards }
}
