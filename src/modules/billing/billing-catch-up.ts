import { inChunks } from "#kit/work/in-chunks.ts"
import { defineCatchUp } from "./catch-up.ts"
import { chargeRequests } from "./charge-requests.ts"
import { collectAgreements } from "./collect-agreements.ts"
import { endIfStill } from "./end-if-still.ts"
import { getLoyaltyPolicy } from "./get-loyalty-policy.ts"
import { holdRun } from "./hold-run.ts"
import { listEarned } from "./list-earned.ts"
import { readCollectingDay } from "./read-collecting-day.ts"
import { renewDue } from "./renew-due.ts"
import { rewardEarned } from "./reward-earned.ts"
import { sendDigest } from "./send-digest.ts"
import { withdrawUnpaid } from "./withdraw-unpaid.ts"

/** What the daily runs of billing leave out, by what was to be done about it. */
export const billingCatchUp = defineCatchUp({
  name: "billing.catch-up",
  say: {
    en: "Collect what the day's run had to leave out; all others are done",
    ko: "일일 미납 처리에서 제외된 건 다시 처리(나머지는 정상 처리됨)",
  },
  one: {
    // All of it, whatever its id. Before each chunk is looked whether the sums wait for a person: it may be another day by now.
    ask: (work) =>
      inChunks(work, "ask", async (ctx, from) => ((await holdRun(ctx)) ? null : renewDue(ctx, from))),
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
