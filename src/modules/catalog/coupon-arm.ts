import type { armNames } from "./coupon-contract.ts"

/** One of the percents that are compared. */
export interface CouponArm {
  readonly name: (typeof armNames)[number]
  readonly percent: number
}
