import { type CatchUp, defineCatchUp } from "#kit/work/catch-up.ts"
import { inChunks } from "#kit/work/in-chunks.ts"
import { chargeRequests } from "./charge-requests.ts"
import { collectAgreements } from "./collect-agreements.ts"
import { endIfStill } from "./end-if-still.ts"
import { getLoyaltyPolicy } from "./get-loyalty-policy.ts"
import { holdRun } from "./hold-run.ts"
import { listEarned } from "./list-earned.ts"
import { readCollectingDay } from "./read-collecting-day.ts"
import { renewDue } from "./renew-due.ts"
import { renewOne } from "./renew-one.ts"
import { openRenewalsAhead } from "./renewals-ahead.ts"
import { rewardEarned } from "./reward-earned.ts"
import { sendDigest } from "./send-digest.ts"
import { withdrawUnpaid } from "./withdraw-unpaid.ts"

type Left = "ask" | "renew" | "charge" | "collect" | "end" | "reward" | "write" | "withdraw"

/** What the daily runs of billing leave out, by what was to be done about it. */
export const billingCatchUp: CatchUp<Left> = defineCatchUp({
  name: "billing.catch-up",
  say: {
    en: "Bill what the daily run had to skip; all others are done",
    ko: "일일 미납 처리에서 제외된 건 다시 처리(나머지는 정상 처리됨)",
  },
  one: {
    // All of it, whatever its id. Before each chunk is looked whether the sums wait for a person: it may be another day by now.
    ask: (work) => {
      const ahead = openRenewalsAhead()
      return inChunks(work, "ask", async (ctx, from) => {
        if (await holdRun(ctx)) return null
        const { next, leftOut } = await renewDue(ctx, from, ahead)
        await billingCatchUp.leaveOut(ctx, "renew", leftOut)
        return next
      })
    },
    // A subscription, or an account of which nothing could be locked.
    renew: (work, id) =>
      work.record(`ask ${id}`, async (ctx) => {
        if (!(await holdRun(ctx))) await renewOne(ctx, id)
      }),
    charge: (work, id) =>
      work.record(`charge ${id}`, async (ctx) => chargeRequests(ctx, [id], await readCollectingDay(ctx))),
    collect: async (work, id) => {
      const ending = await work.record(`collect ${id}`, async (ctx) => [
        ...(await collectAgreements(ctx, [id], await readCollectingDay(ctx))),
      ])
      for (const one of ending) await work.record(`end ${one}`, (ctx) => endIfStill(ctx, one))
    },
    end: (work, id) => work.record(`end ${id}`, (ctx) => endIfStill(ctx, id)),
    reward: (work, id) =>
      work.record(`reward-staying ${id}`, async (ctx) => {
        await rewardEarned(ctx, await listEarned(ctx, await getLoyaltyPolicy(ctx), { id }))
      }),
    write: (work, id) => work.record(`write ${id}`, (ctx) => sendDigest(ctx, id)),
    withdraw: (work, id) => work.record(`withdraw ${id}`, (ctx) => withdrawUnpaid(ctx, [id])),
  },
})
