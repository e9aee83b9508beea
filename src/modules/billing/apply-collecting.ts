import { recordAudits } from "#audit"
import type { Context } from "#kit/context.ts"
import { announceAll } from "#kit/events/announce.ts"
import { updateRows } from "#kit/write-rows.ts"
import type { CollectingPlan } from "./collecting-act.ts"
import { isOwing, type WithOwed } from "./due-day.ts"
import {
  subscriptionOverdue,
  subscriptionPaused,
  subscriptionRestored,
  subscriptionSuspended,
} from "./events.ts"
import { noteForDigest } from "./note-for-digest.ts"
import { nextStart } from "./pause.ts"
import { lastDayOf } from "./period.ts"
import { canMove, type RunningSubscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"
import { isUnpaidTrial } from "./unpaid-trial.ts"

type Collected = WithOwed<RunningSubscription>

export interface PlannedCollecting {
  readonly one: Collected
  readonly plan: CollectingPlan
}

/** What was planned for many, all that is done alike by the same few statements. What is to end is left to others. */
export async function applyCollecting(
  ctx: Context,
  planned: readonly PlannedCollecting[],
  today: Temporal.PlainDate,
): Promise<void> {
  const of = (act: CollectingPlan["act"]) =>
    planned.filter(({ plan }) => plan.act === act).map(({ one }) => one)
  await remind(ctx, planned)
  await miss(ctx, of("miss"), today)
  await pause(ctx, of("pause"))
  await resume(ctx, of("resume"))
  await suspend(ctx, of("suspend"), today)
}

async function remind(ctx: Context, planned: readonly PlannedCollecting[]): Promise<void> {
  const reminded = planned.flatMap(({ one, plan }) =>
    plan.act === "remind" ? [{ one, daysBefore: plan.daysBefore }] : [],
  )
  for (const [daysBefore, all] of Map.groupBy(reminded, (each) => each.daysBefore)) {
    const ones = all.map(({ one }) => one)
    await noteForDigest(ctx, ones, "reminder", daysBefore)
  }
}

async function miss(ctx: Context, ones: readonly Collected[], today: Temporal.PlainDate): Promise<void> {
  await moveAll(ctx, ones, { state: "past_due", overdueOn: today })
  await announceAll(ctx, subscriptionOverdue, ones.map(about))
  await noteForDigest(ctx, ones, "overdue")
}

async function pause(ctx: Context, ones: readonly Collected[]): Promise<void> {
  await moveAll(ctx, ones, { state: "paused" })
  await announceAll(ctx, subscriptionPaused, ones.map(about))
}

async function resume(ctx: Context, ones: readonly Collected[]): Promise<void> {
  await moveAll(ctx, ones, { state: "active", pauseFrom: null, pauseUntil: null })
  const restored = ones.filter(({ state }) => state === "paused")
  await announceAll(ctx, subscriptionRestored, restored.map(about))
}

async function suspend(ctx: Context, ones: readonly Collected[], today: Temporal.PlainDate): Promise<void> {
  await moveAll(ctx, ones, { state: "suspended", suspendedOn: today })
  await announceAll(ctx, subscriptionSuspended, ones.map(about))
  await noteForDigest(ctx, ones, "suspended")
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

async function moveAll(ctx: Context, ones: readonly Collected[], to: Move): Promise<void> {
  if (ones.length === 0) return
  for (const { id, state } of ones) {
    if (state !== to.state && !canMove(state, to.state))
      throw new Error(`${id} can't go from ${state} to ${to.state}.`)
  }
  await updateRows(
    ctx.db,
    subscriptions,
    ones.map(({ id }) => ({ id, ...to })),
  )
  await recordAudits(
    ctx,
    ones.map((one) => ({
      act: moveActs[to.state],
      subjectId: one.id,
      accountId: one.accountId,
      reason: reasonOf(one, to),
      before: { state: one.state },
      after: { state: to.state },
    })),
  )
}

function reasonOf(one: Collected, { state }: Move): string {
  if (state === "paused") return `Paused by its customer until ${one.pauseUntil}.`
  if (state === "active") return `Its pause ended on ${one.pauseUntil}.`
  if (isUnpaidTrial(one)) return `Its trial ended on ${lastDayOf(one.periodEnd)} and was not paid for.`
  if (isOwing(one)) return `An invoice that was due on ${one.owedOn} is not paid.`
  return `Not paid beyond ${lastDayOf(nextStart(one))}.`
}

function about({ id, accountId, subject }: RunningSubscription) {
  return { subscriptionId: id, accountId, subject }
}
