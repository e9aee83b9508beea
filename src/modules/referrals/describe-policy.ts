import type { z } from "zod"
import { money, toWire } from "#kit/money.ts"
import type { referralPolicyShape } from "./contract.ts"
import type { ReferralPolicy } from "./referral.ts"

export function describePolicy({ rewards, ...policy }: ReferralPolicy): z.infer<typeof referralPolicyShape> {
  return {
    ...policy,
    rewards: rewards.map(({ currency, referrerMinor, newcomerMinor }) => ({
      currency,
      referrer: toWire(money(BigInt(referrerMinor), currency)),
      newcomer: toWire(money(BigInt(newcomerMinor), currency)),
    })),
  }
}
