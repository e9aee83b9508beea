import { noteReferral } from "#referrals"
import type { Company } from "./company.ts"
import type { Shopper } from "./company-shoppers.ts"

/** The one came by the other's link: staff's to refuse, and nobody else's. */
export async function furnishReferrals(
  company: Company,
  own: Shopper,
  foreign: Shopper,
): Promise<{ readonly referrals: { readonly own: string; readonly foreign: string } }> {
  const { policy, list } = company.operator.api.referrals
  const won = (minor: string) => ({ minor, currency: "KRW" as const })
  const rewards = [{ currency: "KRW" as const, referrer: won("5000"), newcomer: won("3000") }]
  await policy.save({ isOn: true, afterDays: 14, mostAYear: null, rewards })
  const { link } = await own.api.referrals.own.makeLink({})
  const accountId = foreign.accountId ?? ""
  await company.ground.inTenant(company.tenant, (ctx) =>
    noteReferral(ctx, { accountId, code: link?.code ?? "" }),
  )
  const id = (await list({})).items[0]?.id ?? ""
  return { referrals: { own: id, foreign: id } }
}
