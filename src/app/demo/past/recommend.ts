import { demoPeople } from "../demo-tenant.ts"
import { findMember, type Stage } from "./stage.ts"

const thanks = { KRW: "5000", USD: "500" } as const

/**
 * From its first day on who recommends the shop is thanked, and so is who comes. By somebody whose card is charged: the
 * other person to sign in as has a bill to pay, which the thanks would pay.
 */
export async function thankForRecommending(stage: Stage): Promise<void> {
  await stage.operator.referrals.policy.save({
    isOn: true,
    afterDays: 14,
    mostAYear: 12,
    rewards: (["KRW", "USD"] as const).map((currency) => ({
      currency,
      referrer: { minor: thanks[currency], currency },
      newcomer: { minor: thanks[currency], currency },
    })),
  })
  const { api } = await findMember(stage, demoPeople.korean.email)
  await api.referrals.own.makeLink({})
}

/** The code by which some of those who come were sent. */
export async function findRecommendation(stage: Stage): Promise<string> {
  const { api } = await findMember(stage, demoPeople.korean.email)
  return (await api.referrals.own.get({})).link?.code ?? ""
}
