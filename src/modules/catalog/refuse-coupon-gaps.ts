import type { CouponArm } from "./coupon-arm.ts"
import { catalogRefusals } from "./errors.ts"

interface CouponText {
  readonly kind?: "percent" | "fixed" | "setup"
  readonly percent?: number | null
  readonly arms?: readonly CouponArm[]
  readonly amounts?: Readonly<Record<string, string | undefined>>
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** What must be there for it to mean something, each said at its field. */
export function refuseCouponGaps({ kind, percent, arms = [], amounts, startsOn, endsOn }: CouponText): void {
  const { refuse } = catalogRefusals
  const isCompared = kind === "percent" && arms.length > 0
  const isTwice = new Set(arms.map(({ name }) => name)).size < arms.length
  if (isCompared && (arms.length < 2 || isTwice)) {
    refuse("catalog.coupon_arms_wrong", {}, { field: "arms/1/percent" })
  }
  if (kind === "percent" && !isCompared && !percent)
    refuse("catalog.coupon_value_needed", {}, { field: "percent" })
  if (kind === "fixed" && Object.keys(amounts ?? {}).length === 0) {
    refuse("catalog.coupon_value_needed", {}, { field: "amounts" })
  }
  if (startsOn !== null && endsOn !== null && startsOn > endsOn) {
    refuse("catalog.coupon_days_turned", {}, { field: "endsOn" })
  }
}
