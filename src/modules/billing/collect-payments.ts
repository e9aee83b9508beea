import { z } from "zod"
import type { Context } from "#kit/context.ts"
import { Refusal } from "#kit/refusal.ts"
import { defineWork, type Work, type WorkKind } from "#kit/work/define.ts"
import { wordsOf } from "#kit/work/failure.ts"
import { inChunks, MOST_CHUNKS } from "#kit/work/in-chunks.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { inSavepoint } from "#kit/work/in-savepoint.ts"
import { getSettings } from "#tenancy"
import { billingCatchUp } from "./billing-catch-up.ts"
import { chargeDue, type RunChunk } from "./charge-due.ts"
import { collectDue } from "./collect-due.ts"
import { endIfStill } from "./end-if-still.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { holdRun } from "./hold-run.ts"
import { listLaterHours } from "./list-later-hours.ts"
import { planOfficeHours } from "./office-hours.ts"
import { renewDue } from "./renew-due.ts"
import { openRenewalsAhead, type RenewalsAhead } from "./renewals-ahead.ts"
import { sendDigests } from "./send-digests.ts"

const input = z.object({ day: z.string() })

/**
 * A day's asking, reminding and missing, in chunks that each commit: a kill repeats no more than one. It goes by the
 * day it is played on, so that a day that was missed is caught up with once and nobody is told what is long over. One thing
 * that can't be done is left out and named; all others of the day are done.
 */
export const collectPaymentsWork: WorkKind<z.infer<typeof input>> = defineWork({
  name: "billing.collect",
  input,
  say: { en: "Bill renewals and process overdue services", ko: "기간 연장 청구 및 미납 처리" },
  subjects: ({ day }) => [day],
  run: async (work) => {
    const isHeld = await work.record("look-at-the-sums", holdRun)
    const ahead = openRenewalsAhead()
    if (!isHeld) await inChunks(work, "ask", (ctx, from) => ask(ctx, from, ahead))
    const opens = await work.record("look-at-the-hour", async (ctx) => {
      const { timeZone } = await getSettings(ctx)
      const { fromHour, toHour } = await getCollectingPolicy(ctx)
      return planOfficeHours(ctx.clock.now(), { timeZone, fromHour, toHour })?.toString() ?? null
    })
    if (opens) await work.waitUntil("wait-for-the-morning", Temporal.Instant.from(opens))
    await inChunks(work, "charge", (ctx, from) => nameLeftOut(ctx, "charge", chargeDue(ctx, from)))
    await collect(work)
    await inChunks(work, "write", (ctx, from) => nameLeftOut(ctx, "write", sendDigests(ctx, from)))
    await work.record("try-what-was-left-out", (ctx) => billingCatchUp.tryAgain(ctx))
    await chargeLater(work)
  },
})

/** What a bank declined for now is tried at another hour of its next day. */
async function chargeLater(work: Work): Promise<void> {
  const moments = await work.record("look-for-later-tries", listLaterHours)
  for (const [index, moment] of moments.entries()) {
    await work.waitUntil(`wait-for-hour ${index + 1}`, Temporal.Instant.from(moment))
    await inChunks(work, `try-again ${index + 1}`, (ctx, from) =>
      nameLeftOut(ctx, "charge", chargeDue(ctx, from)),
    )
  }
}

/** Where asking as a whole comes to nothing, it becomes work of its own, and all that is not asking goes on. */
async function ask(ctx: Context, from: string, ahead: RenewalsAhead): Promise<string | null> {
  let next: string | null = null
  const error = await inSavepoint(ctx, async () => {
    next = await nameLeftOut(ctx, "renew", renewDue(ctx, from, ahead))
  })
  if (error) await billingCatchUp.leaveOut(ctx, "ask", [{ item: "renewals", error }])
  return error ? null : next
}

async function nameLeftOut(
  ctx: Context,
  what: "renew" | "charge" | "write",
  doing: Promise<RunChunk>,
): Promise<string | null> {
  const { next, leftOut } = await doing
  await billingCatchUp.leaveOut(ctx, what, leftOut)
  return next
}

/** What is to end takes its request first, so each has a transaction of its own. */
async function collect(work: Work): Promise<void> {
  let after: string | null = ""
  for (let chunk = 1; after !== null && chunk <= MOST_CHUNKS; chunk++) {
    const from: string = after
    const { next, ending } = await work.record(`collect ${chunk}`, async (ctx) => {
      const { leftOut, ...found } = await collectDue(ctx, from)
      await billingCatchUp.leaveOut(ctx, "collect", leftOut)
      return found
    })
    for (const id of ending) await work.record(`end ${id}`, (ctx) => end(ctx, id))
    after = next
  }
}

async function end(ctx: Context, id: string): Promise<void> {
  const { leftOut } = await inHalves(ctx, [id], ([one = id]) => endIfStill(ctx, one))
  // Somebody paid or asked at this very moment: tomorrow's run looks again.
  const isOvertaken = leftOut.every(({ error }) => error instanceof Refusal)
  if (!isOvertaken) return billingCatchUp.leaveOut(ctx, "end", leftOut)
  for (const { item, error } of leftOut)
    ctx.log.warn({ subscriptionId: item, error: wordsOf(error) }, "a subscription was not ended")
}
