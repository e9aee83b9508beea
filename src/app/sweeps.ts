import { rewardLoyal, sweepCollecting, sweepUnpaid } from "#billing"
import { chargeLateFees } from "#fees"
import { sweepHosts } from "#hosts"
import { askConsentsAnew, closeConsentAsks, sweepSignIns } from "#identity"
import { sweepAnsweredRequests } from "#kit/idempotency/run-once.ts"
import { defineSweep, type Sweep } from "#kit/sweeps/define.ts"
import { proveBooks } from "#ledger"
import { sweepTokens } from "#oauth"
import { sweepPlannedChanges } from "#orders"
import { expireQuotes } from "#paperwork"
import { paymentSweeps } from "#payments"
import { expireExports, playErasures, sweepRetention } from "#privacy"
import { sweepDrift, sweepStuckBuilds } from "#provisioning"
import { sweepReferrals } from "#referrals"
import { sweepChanges } from "#repricing"
import { sweepRevenue } from "#revenue"
import { sweepVatChecks, tellEndingExemptions } from "#tax"
import { personalDataHolders } from "./personal-data.ts"
import { forgetters } from "./retention.ts"

/** Every promise has one: what was left behind is found by its dates. In the order in which a day plays them. */
export const sweeps: readonly Sweep[] = [
  ...paymentSweeps,
  defineSweep({
    name: "billing.withdraw-unpaid",
    every: "day",
    run: (ctx, { day }) => sweepUnpaid(ctx, day),
  }),
  defineSweep({
    name: "paperwork.expire-quotes",
    every: "day",
    run: (ctx, { day }) => expireQuotes(ctx, day),
  }),
  defineSweep({
    name: "orders.prepare-planned-changes",
    every: "day",
    run: (ctx) => sweepPlannedChanges(ctx),
  }),
  defineSweep({
    name: "repricing.carry-out",
    every: "day",
    run: (ctx, { day }) => sweepChanges(ctx, day),
  }),
  defineSweep({
    name: "billing.reward-loyal",
    every: "day",
    isAlone: true,
    run: (ctx) => rewardLoyal(ctx),
  }),
  defineSweep({
    name: "billing.collect",
    every: "day",
    run: (ctx, { day }) => sweepCollecting(ctx, day),
  }),
  defineSweep({
    name: "fees.charge-late",
    every: "day",
    run: (ctx, { day }) => chargeLateFees(ctx, day),
  }),
  defineSweep({
    name: "referrals.decide",
    every: "day",
    isAlone: true,
    run: (ctx, { day }) => sweepReferrals(ctx, day),
  }),
  defineSweep({
    name: "revenue.recognise",
    every: "day",
    isAlone: true,
    run: (ctx, { day }) => sweepRevenue(ctx, day),
  }),
  defineSweep({
    name: "ledger.prove-books",
    every: "day",
    isAlone: true,
    run: (ctx, { day }) => proveBooks(ctx, day),
  }),
  defineSweep({
    name: "provisioning.find-stuck-builds",
    every: { minutes: 15 },
    run: (ctx) => sweepStuckBuilds(ctx),
  }),
  defineSweep({
    name: "provisioning.compare-panels",
    every: "day",
    run: (ctx, { day }) => sweepDrift(ctx, day),
  }),
  defineSweep({
    name: "identity.forget-sign-ins",
    every: "day",
    run: (ctx) => sweepSignIns(ctx),
  }),
  defineSweep({ name: "tax.ask-vies-again", every: { minutes: 60 }, run: (ctx) => sweepVatChecks(ctx) }),
  defineSweep({
    name: "tax.tell-ending-exemptions",
    every: "day",
    run: (ctx, { day }) => tellEndingExemptions(ctx, day),
  }),
  defineSweep({
    name: "hosts.look-again",
    every: { minutes: 60 },
    run: (ctx) => sweepHosts(ctx),
  }),
  defineSweep({
    name: "oauth.forget-tokens",
    every: "day",
    run: (ctx) => sweepTokens(ctx),
  }),
  defineSweep({
    name: "identity.ask-consents-anew",
    every: "day",
    run: async (ctx) => {
      await closeConsentAsks(ctx)
      await askConsentsAnew(ctx)
    },
  }),
  defineSweep({
    name: "privacy.keep-no-longer",
    every: "day",
    isAlone: true,
    run: (ctx) => sweepRetention(ctx, forgetters),
  }),
  defineSweep({
    name: "privacy.expire-exports",
    every: { minutes: 60 },
    run: async (ctx) => void (await expireExports(ctx)),
  }),
  defineSweep({
    name: "privacy.play-erasures",
    every: { minutes: 60 },
    run: (ctx) => playErasures(ctx, personalDataHolders),
  }),
  defineSweep({
    name: "idempotency.forget-answers",
    every: { minutes: 60 },
    run: async (ctx) => void (await sweepAnsweredRequests(ctx, 10_000)),
  }),
]
