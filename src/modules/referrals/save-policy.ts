import type { z } from "zod"
import { recordAudit } from "#audit"
import { actorId, type Context } from "#kit/context.ts"
import { fromWire } from "#kit/money.ts"
import type { referralPolicyShape } from "./contract.ts"
import { referralRefusals } from "./errors.ts"
import { getPolicy } from "./get-policy.ts"
import type { ReferralPolicy, Reward } from "./referral.ts"
import { referralPolicies } from "./tables.ts"

/** Holds for who comes from now on. */
export async function savePolicy(
  ctx: Context,
  wish: z.output<typeof referralPolicyShape>,
): Promise<ReferralPolicy> {
  const before = await getPolicy(ctx)
  const policy = { ...wish, rewards: wish.rewards.map(readReward) }
  if (new Set(policy.rewards.map(({ currency }) => currency)).size < policy.rewards.length) {
    referralRefusals.refuse("referrals.currency_twice", {}, { field: "rewards" })
  }
  const row = { ...policy, changedBy: actorId(ctx.actor), changedAt: ctx.clock.now() }
  await ctx.db
    .insert(referralPolicies)
    .values({ id: "policy", ...row })
    .onConflictDoUpdate({ target: [referralPolicies.tenantId, referralPolicies.id], set: row })
  await recordAudit(ctx, {
    act: "referrals.policy-saved",
    subjectId: "policy",
    before: { ...before, rewards: [...before.rewards] },
    after: policy,
  })
  return policy
}

function readReward(
  { currency, ...sides }: z.output<typeof referralPolicyShape>["rewards"][number],
  row: number,
): Reward {
  const read = (side: keyof typeof sides) => {
    const amount = fromWire(sides[side])
    if (amount.minor < 0n || amount.currency !== currency) {
      referralRefusals.refuse("referrals.amount_wrong", {}, { field: `rewards/${row}/${side}` })
    }
    return amount.minor.toString()
  }
  return { currency, referrerMinor: read("referrer"), newcomerMinor: read("newcomer") }
}
