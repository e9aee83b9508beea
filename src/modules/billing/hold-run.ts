import { and, eq, lt } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context, Reach } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { getSettings } from "#tenancy"
import { type HeldSum, heldRuns } from "./collecting-tables.ts"
import { isDue } from "./due-subscriptions.ts"
import { renewalsHeld } from "./events.ts"
import { findHeldRun } from "./find-held-run.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { planRunStop } from "./plan-run-stop.ts"
import { subscriptions } from "./subscription-tables.ts"
import { sumRun } from "./sum-run.ts"

const wholeHouse: Reach = { kind: "all" }

/**
 * Before anybody is asked for money: whether today's run waits for a person. One that was confirmed goes on, unless it
 * asks for more by now than they saw. What waited on earlier days is part of today's.
 */
export async function holdRun(ctx: Context): Promise<boolean> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  await ctx.db
    .update(heldRuns)
    .set({ state: "over" })
    .where(and(eq(heldRuns.state, "held"), lt(heldRuns.day, today)))
  // Most days ask nobody: to reckon what that comes to takes longer to plan than to find out.
  const sums = (await isAnybodyDue(ctx, today)) ? await sumRun(ctx, wholeHouse, today) : []
  const because = planRunStop(sums, await getCollectingPolicy(ctx))
  const known = await findHeldRun(ctx, wholeHouse, today, "update")
  if (because.length === 0) {
    if (known?.state === "held")
      await ctx.db.update(heldRuns).set({ state: "over" }).where(eq(heldRuns.id, known.id))
    return false
  }
  const asked = sums.map(({ currency, nowMinor }) => ({ currency, minor: nowMinor.toString() }))
  if (known?.state === "confirmed" && asked.every((one) => isSeen(one, known.sums))) return false
  const row = {
    state: "held",
    because,
    sums: asked,
    heldAt: ctx.clock.now(),
    confirmedAt: null,
    confirmedBy: null,
  } as const
  await ctx.db
    .insert(heldRuns)
    .values({ id: ctx.newId("hrn"), day: today, ...row, because: [...because] })
    .onConflictDoUpdate({ target: [heldRuns.tenantId, heldRuns.day], set: { ...row, because: [...because] } })
  if (known?.state === "held") return true
  await announce(ctx, renewalsHeld, { day: today.toString(), because: [...because] })
  await recordAudit(ctx, {
    act: "billing.run-held",
    subjectId: today.toString(),
    after: { because, sums: asked },
  })
  return true
}

async function isAnybodyDue(ctx: Context, today: Temporal.PlainDate): Promise<boolean> {
  const found = await ctx.db.select({ id: subscriptions.id }).from(subscriptions).where(isDue(today)).limit(1)
  return found.length > 0
}

function isSeen(one: HeldSum, seen: readonly HeldSum[]): boolean {
  const before = seen.find(({ currency }) => currency === one.currency)
  return before !== undefined && BigInt(one.minor) <= BigInt(before.minor)
}
