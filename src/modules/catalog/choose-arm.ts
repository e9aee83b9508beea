import { createHash } from "node:crypto"
import type { Coupon } from "./coupon.ts"
import type { CouponArm } from "./coupon-arm.ts"

/** By which a visitor or an account is known here: whoever reads it can't tell who it was. */
export function hashVisitor(couponId: string, visitor: string): string {
  return createHash("sha256").update(`${couponId} ${visitor}`).digest("base64url")
}

/** The same one for the same visitor of the same coupon, and each as often as the others. Pure. */
export function chooseArm(
  { id, arms }: Pick<Coupon, "id" | "arms">,
  visitor: string,
): CouponArm["name"] | undefined {
  const turn = createHash("sha256").update(hashVisitor(id, visitor)).digest().readUInt32BE(0)
  return arms[turn % Math.max(arms.length, 1)]?.name
}

/** The coupon as it is for who got that arm; the first one where none was chosen. Pure. */
export function withArm(coupon: Coupon, name: CouponArm["name"] | undefined): Coupon {
  const arm = coupon.arms.find((one) => one.name === name) ?? coupon.arms[0]
  return arm ? { ...coupon, percent: arm.percent, arm: arm.name } : coupon
}
