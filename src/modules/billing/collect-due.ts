import { and, asc, eq, gt, or } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { listReferencesBeingPaid } from "#payments"
import { getSettings } from "#tenancy"
import type { CollectingPlan } from "./collecting-act.ts"
import { isOwing, type WithOwed } from "./due-day.ts"
import { isCollected, isOwingBy } from "./due-subscriptions.ts"
import {
  subscriptionOverdue,
  subscriptionPaused,
  subscriptionRestored,
  subscriptionSuspended,
} from "./events.ts"
import { findOwed } from "./find-owed.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { isWaived, nextCharge } from "./next-charge.ts"
import { noteForDigest } from "./note-for-digest.ts"
import { nextStart } from "./pause.ts"
import { lastDayOf } from "./period.ts"
import { planCollecting } from "./plan-collecting.ts"
import { canMove, isRunning, type RunningSubscription } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"
import { isUnpaidTrial } from "./unpaid-trial.ts"

const MOST_AT_ONCE = 200

export interface CollectedChunk {
  /** Where the next chunk begins; null at the end. */
  readonly next: string | null
  /** To be ended, each in a transaction of its own: that takes its request first. */
  readonly ending: readonly string[]
}

/**
 * Reminds, misses and suspends, a chunk at a time. The rows are locked and read as they are now: whoever has just paid
 * is not suspended.
 */
export async function collectDue(ctx: Context, after: string): Promise<CollectedChunk> {
  const policy = await getCollectingPolicy(ctx)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const rows = await ctx.db
    .select()
    .from(subscriptions)
    .where(and(or(isCollected(today, policy), isOwingBy(today, policy)), gt(subscriptions.id, after)))
    .orderBy(asc(subscriptions.id))
    .limit(MOST_AT_ONCE)
    .for("update")
  const owed = await findOwed(ctx, { subscriptionIds: rows.map((row) => row.id) })
  const running = rows
    .map(readSubscription)
    .filter(isRunning)
    .map((one) => ({ ...one, owedOn: owed.get(one.id)?.dueOn ?? null }))
  const paying = (one: RunningSubscription) => [one.requestId ?? [], owed.get(one.id)?.requestId ?? []].flat()
  const requestIds = running.flatMap(paying)
  const beingPaid = await listReferencesBeingPaid(ctx, { kind: "all" }, requestIds)
  const ending: string[] = []
  for (const one of running) {
    const isMoneyOnItsWay = paying(one).some((id) => beingPaid.has(id))
    const plan = planCollecting(one, {
      today,
      policy,
      isMoneyOnItsWay,
      isFree: isWaived(one, nextCharge(one)),
    })
    if (plan.act === "expire" || plan.act === "cancel") ending.push(one.id)
    else await apply(ctx, one, plan, today)
  }
  return { next: rows.length < MOST_AT_ONCE ? null : (rows.at(-1)?.id ?? null), ending }
}

async function apply(
  ctx: Context,
  one: WithOwed<RunningSubscription>,
  plan: CollectingPlan,
  today: Temporal.PlainDate,
): Promise<void> {
  if (plan.act === "remind") return noteForDigest(ctx, [one], "reminder", plan.daysBefore)
  if (plan.act === "miss") {
    await move(ctx, one, { state: "past_due", overdueOn: today })
    await announce(ctx, subscriptionOverdue, about(one))
    await noteForDigest(ctx, [one], "overdue")
  }
  if (plan.act === "pause") {
    await move(ctx, one, { state: "paused" })
    await announce(ctx, subscriptionPaused, about(one))
  }
  if (plan.act === "resume") {
    await move(ctx, one, { state: "active", pauseFrom: null, pauseUntil: null })
    if (one.state === "paused") await announce(ctx, subscriptionRestored, about(one))
  }
  if (plan.act === "suspend") {
    await move(ctx, one, { state: "suspended", suspendedOn: today })
    await announce(ctx, subscriptionSuspended, about(one))
    await noteForDigest(ctx, [one], "suspended")
  }
}

interface Move {
  readonly state: "past_due" | "suspended" | "paused" | "active"
  readonly overdueOn?: Temporal.PlainDate
  readonly suspendedOn?: Temporal.PlainDate
  readonly pauseFrom?: null
  readonly pauseUntil?: null
}

const moveActs = {
  past_due: "billing.subscription-overdue",
  suspended: "billing.subscription-suspended",
  paused: "billing.subscription-paused",
  active: "billing.subscription-resumed",
} as const satisfies Record<Move["state"], string>

async function move(ctx: Context, one: WithOwed<RunningSubscription>, to: Move): Promise<void> {
  const isMove = one.state !== to.state
  if (isMove && !canMove(one.state, to.state)) {
    throw new Error(`${one.id} can't go from ${one.state} to ${to.state}.`)
  }
  await ctx.db.update(subscriptions).set(to).where(eq(subscriptions.id, one.id))
  await recordAudit(ctx, {
    act: moveActs[to.state],
    subjectId: one.id,
    accountId: one.accountId,
    reason: reasonOf(one, to),
    before: { state: one.state },
    after: { state: to.state },
  })
}

function reasonOf(one: WithOwed<RunningSubscription>, { state }: Move): string {
  if (state === "paused") return `Paused by its customer until ${one.pauseUntil}.`
  if (state === "active") return `Its pause ended on ${one.pauseUntil}.`
  if (isUnpaidTrial(one)) return `Its trial ended on ${lastDayOf(one.periodEnd)} and was not paid for.`
  if (isOwing(one)) return `An invoice that was due on ${one.owedOn} is not paid.`
  return `Not paid beyond ${lastDayOf(nextStart(one))}.`
}

function about({ id, accountId, subject }: RunningSubscription) {
  return { subscriptionId: id, accountId, subject }
}
