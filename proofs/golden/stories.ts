import type { GoldenStory } from "../parts/golden-story.ts"
import { lateAfterSuspension } from "./late-after-suspension.ts"
import { leapYears } from "./leap-years.ts"
import { monthEnds } from "./month-ends.ts"
import { upgradeCouponRefund } from "./upgrade-coupon-refund.ts"

/** Every file beside this one. */
export const goldenStories: readonly GoldenStory[] = [
  monthEnds,
  leapYears,
  upgradeCouponRefund,
  lateAfterSuspension,
]
