import { comingPrice, comingStart, isFreeFrom, type PricedAgreement, withTax } from "#billing"
import type { PlanVersion } from "#catalog"
import type { TaxTerms } from "#tax"
import type { ChangeGround } from "./load-wish.ts"
import { planRepricing, type RepricingPlan } from "./plan-repricing.ts"
import type { priceIn } from "./price-in.ts"

/** What the change means for one agreement as it stands now. */
export function planFor(
  { one, isBusiness }: PricedAgreement,
  of: {
    readonly target: Pick<PlanVersion, "id">
    readonly price: ReturnType<typeof priceIn>
    readonly ground: Pick<ChangeGround, "today" | "fromOn" | "rule">
    /** By what its customer is taxed. */
    readonly tax: TaxTerms
    readonly isUnderWay: boolean
  },
): RepricingPlan {
  const { today, fromOn, rule } = of.ground
  const tax = { taxIncluded: of.tax.taxIncluded, ...of.tax.ofPlan(one.planId) }
  return planRepricing({
    today,
    fromOn,
    rule,
    isBusiness,
    before: one.unit,
    after: of.price?.unit ?? null,
    isThere: one.versionId === of.target.id && one.priceId === of.price?.id,
    isUnderWay: of.isUnderWay,
    startOf: (ahead) => comingStart(one, ahead),
    isFreeOn: (day) => isFreeFrom(one, day),
    priceOf: (ahead, unit) => withTax(comingPrice(one, ahead, unit), tax),
  })
}
