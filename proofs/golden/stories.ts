import type { GoldenStory } from "../parts/golden-story.ts"
import { billingDay } from "./billing-day.ts"
import { chargeback } from "./chargeback.ts"
import { chargebackLost } from "./chargeback-lost.ts"
import { downgrade } from "./downgrade.ts"
import { fallBack } from "./fall-back.ts"
import { lateAfterSuspension } from "./late-after-suspension.ts"
import { leapYears } from "./leap-years.ts"
import { mixedCustomers } from "./mixed-customers.ts"
import { monthEnds } from "./month-ends.ts"
import { partialRefund } from "./partial-refund.ts"
import { pause } from "./pause.ts"
import { priceChange } from "./price-change.ts"
import { reissue } from "./reissue.ts"
import { springForward } from "./spring-forward.ts"
import { trialToPaid } from "./trial-to-paid.ts"
import { upgradeCouponRefund } from "./upgrade-coupon-refund.ts"

/** Every file beside this one. */
export const goldenStories: readonly GoldenStory[] = [
  monthEnds,
  leapYears,
  springForward,
  fallBack,
  billingDay,
  trialToPaid,
  upgradeCouponRefund,
  downgrade,
  pause,
  lateAfterSuspension,
  priceChange,
  partialRefund,
  reissue,
  chargeback,
  chargebackLost,
  mixedCustomers,
]
