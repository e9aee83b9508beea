export { anyMeteredVersion } from "./any-metered-version.ts"
export { type CarriedOptions, carryOptions } from "./carry-options.ts"
export { withArm } from "./choose-arm.ts"
export { chooseOptions, type SentOptions } from "./choose-options.ts"
export { countCouponVisits } from "./count-coupon-visits.ts"
export {
  type Coupon,
  type CouponBar,
  type CouponItem,
  discountOf,
  findBar,
  keepDiscount,
  suits,
} from "./coupon.ts"
export type { CouponArm } from "./coupon-arm.ts"
export { endCoupon } from "./end-coupon.ts"
export { ensureProduct } from "./ensure-product.ts"
export { catalogRefusals } from "./errors.ts"
export { findPlansOf } from "./find-plans-of.ts"
export { findProductOf } from "./find-product-of.ts"
export { findProductsOf } from "./find-products-of.ts"
export { getCoupon } from "./get-coupon.ts"
export { getDeliverablePlan } from "./get-deliverable-plan.ts"
export { getRangeProduct } from "./get-range-product.ts"
export { getSellablePlan } from "./get-sellable-plan.ts"
export { holdStock } from "./hold-stock.ts"
export { listCouponsByCode } from "./list-coupons-by-code.ts"
export { listMeteredVersions } from "./list-metered-versions.ts"
export { listOffers } from "./list-offers.ts"
export { listPlanMeters } from "./list-plan-meters.ts"
export { listPlanNames } from "./list-plan-names.ts"
export { listPlanOptions } from "./list-plan-options.ts"
export { listPlansOf } from "./list-plans-of.ts"
export { listPriceTargets, type PriceTargetWish } from "./list-price-targets.ts"
export type { PlanVersion } from "./load-prices.ts"
export { type MeterTier, type PlanMeter, type PricedMeter, priceMeters } from "./meter.ts"
export { noteCouponVisit } from "./note-coupon-visit.ts"
export {
  type ChosenOption,
  defaultOf,
  describeChosen,
  describeOption,
  type OptionValue,
  type PlanOption,
  resourcesWith,
} from "./option.ts"
export { catalogPersonalData } from "./personal-data.ts"
export { getImage, getLocation, type PriceOfPlan, type SellablePlan } from "./plan.ts"
export type { PlanText, PriceText } from "./plan-changes.ts"
export { type PlanPublication, publishPlanVersion } from "./publish-plan-version.ts"
export type { Product } from "./queries.ts"
export { rechooseOptions } from "./rechoose-options.ts"
export { type CouponUse, redeemCoupons } from "./redeem-coupons.ts"
export { releaseCoupons } from "./release-coupons.ts"
export { releaseStock } from "./release-stock.ts"
export { catalogRouter } from "./router.ts"
export { savePlanDraft } from "./save-plan-draft.ts"
export { type NewPlan, type NewProduct, saveProduct } from "./save-product.ts"
export type { PlanTrial } from "./trial.ts"
