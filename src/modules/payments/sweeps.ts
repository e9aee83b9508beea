import { defineSweep, type Sweep } from "#kit/sweeps/define.ts"
import { sweepAttempts } from "./sweep-attempts.ts"
import { sweepForgotten } from "./sweep-forgotten.ts"
import { sweepMatches } from "./sweep-matches.ts"
import { sweepSetups } from "./sweep-setups.ts"

/** What finds the stuck ones, by the company's clock. */
export const paymentSweeps: readonly Sweep[] = [
  defineSweep({ name: "payments.ask-about-attempts", every: { minutes: 5 }, run: sweepAttempts }),
  defineSweep({ name: "payments.ask-about-setups", every: { minutes: 5 }, run: sweepSetups }),
  defineSweep({ name: "payments.start-forgotten", every: { minutes: 15 }, run: sweepForgotten }),
  defineSweep({
    name: "payments.match-payments",
    every: "day",
    run: (ctx, { day }) => sweepMatches(ctx, day),
  }),
]
