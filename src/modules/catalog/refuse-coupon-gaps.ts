import type { CouponArm } from "./coupon-arm.ts"
import type { couponKinds } from "./coupon-contract.ts"
import { catalogRefusals } from "./errors.ts"

interface CouponText {
  readonly kind?: (typeof couponKinds)[number]
  readonly percent?: number | null
  readonly arms?: readonly CouponArm[]
  readonly amounts?: Readonly<Record<string, string | undefined>>
  readonly trialDays?: number | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** What must be there for it to mean something, each said at its field. */
export function refuseCouponGaps(text: CouponText): void {
  const { kind, percent, arms = [], amounts, startsOn, endsOn } = text
  const { refuse } = catalogRefusals
  refuseTrialDays(text)
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

/** Days with another kind were meant for something: dropped without a word, the code would do what nobody wanted. */
function refuseTrialDays({ kind, trialDays }: CouponText): void {
  const at = { field: "trialDays" }
  if (kind === "trial" && !trialDays) catalogRefusals.refuse("catalog.coupon_trial_days_needed", {}, at)
  if (kind !== "trial" && trialDays) catalogRefusals.refuse("catalog.coupon_trial_days_stray", {}, at)
}
