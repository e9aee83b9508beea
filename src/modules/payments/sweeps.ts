import { defineSweep, type Sweep } from "#kit/sweeps/define.ts"
import { sweepAttempts } from "./sweep-attempts.ts"
import { sweepForgotten } from "./sweep-forgotten.ts"
import { sweepMatches } from "./sweep-matches.ts"
import { sweepSetups } from "./sweep-setups.ts"
import { anyOpenAttempt, anyOpenSetup, anyUnseen } from "./unseen-work.ts"

/** What finds the stuck ones, by the company's clock. */
export const paymentSweeps: readonly Sweep[] = [
  defineSweep({
    name: "payments.ask-about-attempts",
    every: { minutes: 5 },
    isNeeded: anyOpenAttempt,
    run: sweepAttempts,
  }),
  defineSweep({
    name: "payments.ask-about-setups",
    every: { minutes: 5 },
    isNeeded: anyOpenSetup,
    run: sweepSetups,
  }),
  defineSweep({
    name: "payments.start-forgotten",
    every: { minutes: 15 },
    isNeeded: anyUnseen,
    run: sweepForgotten,
  }),
]

/** The daily look at what the gateways say. */
export const matchingSweep: Sweep = defineSweep({
  name: "payments.match-payments",
  every: "day",
  ofMissedDays: "last",
  run: (ctx, { day }) => sweepMatches(ctx, day),
})
