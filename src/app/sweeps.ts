import { noteRecurring } from "#analytics"
import {
  anyEuSeller,
  anyLoyaltyPolicy,
  anyUnpaid,
  anyUseToClose,
  closeUse,
  isWorkingTime,
  rewardLoyal,
  sweepCollecting,
  sweepUnpaid,
  watchEuSales,
} from "#billing"
import { anyLateFee, chargeLateFees } from "#fees"
import { anyHostToLookUp, sweepHosts } from "#hosts"
import { anyConsentToAsk, anySignInOver, askConsentsAnew, closeConsentAsks, sweepSignIns } from "#identity"
import { anyAnswerOver, sweepAnsweredRequests } from "#kit/idempotency/run-once.ts"
import { defineSweep, type Sweep } from "#kit/sweeps/define.ts"
import { proveBooks } from "#ledger"
import { anyTokenOver, sweepTokens } from "#oauth"
import { anyPlannedChange, sweepPlannedChanges } from "#orders"
import { anyQuoteOver, expireQuotes } from "#paperwork"
import { matchingSweep, paymentSweeps } from "#payments"
import { anyErasureDue, anyExportOver, expireExports, playErasures, sweepRetention } from "#privacy"
import { anyHeldUntil, anyUnbuilt, releaseHeld, sweepDrift, sweepStuckBuilds } from "#provisioning"
import { anyUndecided, sweepReferrals } from "#referrals"
import { anyPriceChange, sweepChanges } from "#repricing"
import { sweepRevenue } from "#revenue"
import { anyExemptionEnding, anyVatCheckDue, sweepVatChecks, tellEndingExemptions } from "#tax"
import { recordedUse } from "#usage"
import { personalDataHolders } from "./personal-data.ts"
import { forgetters } from "./retention.ts"

/** Every promise has one: what was left behind is found by its dates. In the order in which a day plays them. */
export const sweeps: readonly Sweep[] = [
  ...paymentSweeps,
  defineSweep({
    name: "analytics.note-recurring",
    every: "day",
    ofMissedDays: "last",
    run: (ctx, { day }) => noteRecurring(ctx, day),
  }),
  defineSweep({
    name: "billing.withdraw-unpaid",
    every: "day",
    isNeeded: ({ day }) => anyUnpaid(day),
    run: (ctx, { day }) => sweepUnpaid(ctx, day),
  }),
  defineSweep({
    name: "paperwork.expire-quotes",
    every: "day",
    isNeeded: ({ day }) => anyQuoteOver(day),
    run: (ctx, { day }) => expireQuotes(ctx, day),
  }),
  defineSweep({
    name: "orders.prepare-planned-changes",
    every: "day",
    isNeeded: anyPlannedChange,
    run: (ctx) => sweepPlannedChanges(ctx),
  }),
  defineSweep({
    name: "repricing.carry-out",
    every: "day",
    isNeeded: anyPriceChange,
    run: (ctx, { day }) => sweepChanges(ctx, day),
  }),
  defineSweep({
    name: "billing.watch-eu-sales",
    every: "day",
    ofMissedDays: "last",
    isNeeded: anyEuSeller,
    run: (ctx, { day }) => watchEuSales(ctx, day),
  }),
  defineSweep({
    name: "billing.reward-loyal",
    every: "day",
    isAlone: true,
    isNeeded: anyLoyaltyPolicy,
    run: (ctx) => rewardLoyal(ctx),
  }),
  defineSweep({
    name: "billing.close-use",
    every: "day",
    ofMissedDays: "last",
    isAlone: true,
    isNeeded: anyUseToClose,
    run: (ctx) => closeUse(ctx, recordedUse),
  }),
  defineSweep({
    name: "billing.collect",
    every: "day",
    run: (ctx, { day }) => sweepCollecting(ctx, day),
  }),
  defineSweep({
    name: "fees.charge-late",
    every: "day",
    isNeeded: anyLateFee,
    run: (ctx, { day }) => chargeLateFees(ctx, day),
  }),
  defineSweep({
    name: "referrals.decide",
    every: "day",
    isAlone: true,
    isNeeded: anyUndecided,
    run: (ctx, { day }) => sweepReferrals(ctx, day),
  }),
  defineSweep({
    name: "provisioning.find-stuck-builds",
    every: { minutes: 15 },
    isNeeded: anyUnbuilt,
    run: (ctx) => sweepStuckBuilds(ctx),
  }),
  defineSweep({
    name: "provisioning.release-held",
    every: { minutes: 60 },
    isNeeded: ({ day }) => anyHeldUntil(day),
    run: async (ctx, { day }) => {
      if (await isWorkingTime(ctx)) await releaseHeld(ctx, day)
    },
  }),
  defineSweep({
    name: "identity.forget-sign-ins",
    every: "day",
    isNeeded: (_, now) => anySignInOver(now),
    run: (ctx) => sweepSignIns(ctx),
  }),
  defineSweep({
    name: "tax.ask-vies-again",
    every: { minutes: 60 },
    isNeeded: (_, now) => anyVatCheckDue(now),
    run: (ctx) => sweepVatChecks(ctx),
  }),
  defineSweep({
    name: "tax.tell-ending-exemptions",
    every: "day",
    isNeeded: ({ day }) => anyExemptionEnding(day),
    run: (ctx, { day }) => tellEndingExemptions(ctx, day),
  }),
  defineSweep({
    name: "hosts.look-again",
    every: { minutes: 60 },
    isNeeded: (_, now) => anyHostToLookUp(now),
    run: (ctx) => sweepHosts(ctx),
  }),
  defineSweep({
    name: "oauth.forget-tokens",
    every: "day",
    isNeeded: anyTokenOver,
    run: (ctx) => sweepTokens(ctx),
  }),
  defineSweep({
    name: "identity.ask-consents-anew",
    every: "day",
    isNeeded: (_, now) => anyConsentToAsk(now),
    run: async (ctx) => {
      await closeConsentAsks(ctx)
      await askConsentsAnew(ctx)
    },
  }),
  defineSweep({
    name: "privacy.expire-exports",
    every: { minutes: 60 },
    isNeeded: (_, now) => anyExportOver(now),
    run: async (ctx) => void (await expireExports(ctx)),
  }),
  defineSweep({
    name: "privacy.play-erasures",
    every: { minutes: 60 },
    isNeeded: (_, now) => anyErasureDue(now),
    run: (ctx) => playErasures(ctx, personalDataHolders),
  }),
  defineSweep({
    name: "idempotency.forget-answers",
    every: { minutes: 60 },
    isNeeded: (_, now) => anyAnswerOver(now),
    run: async (ctx) => void (await sweepAnsweredRequests(ctx, 10_000)),
  }),
  // Those that have something to do on each day stand at the end: after each that played, the later ones are asked anew.
  defineSweep({
    name: "revenue.recognise",
    every: "day",
    isAlone: true,
    run: (ctx, { day }) => sweepRevenue(ctx, day),
  }),
  defineSweep({
    name: "ledger.prove-books",
    every: "day",
    ofMissedDays: "last",
    isAlone: true,
    run: (ctx, { day }) => proveBooks(ctx, day),
  }),
  matchingSweep,
  defineSweep({
    name: "provisioning.compare-panels",
    every: "day",
    ofMissedDays: "last",
    run: (ctx, { day }) => sweepDrift(ctx, day),
  }),
  defineSweep({
    name: "privacy.keep-no-longer",
    every: "day",
    ofMissedDays: "last",
    isAlone: true,
    run: (ctx) => sweepRetention(ctx, forgetters),
  }),
]
