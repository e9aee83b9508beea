import { type Money, money } from "#kit/money.ts"
import { type CollectingPolicy, defaultPolicy, planRequestDay } from "./collecting-policy.ts"
import type { DocumentLineInput, DocumentPlan } from "./document.ts"
import { isTooFarAhead } from "./is-too-far-ahead.ts"
import { type LatePolicy, paidOn } from "./late-payment.ts"
import { isPaidBeyondPause, nextStart } from "./pause.ts"
import { later, periodAt } from "./period.ts"
import { planAdvance } from "./plan-advance.ts"
import { planCollecting } from "./plan-collecting.ts"
import { planDocument, type TaxSettings } from "./plan-document.ts"
import { planPauseRange } from "./plan-pause-range.ts"
import { type KeptDiscount, priceCycles } from "./price-cycles.ts"
import { planRenewalLines, planStretch } from "./renewal-lines.ts"
import { type Cycle, canMove, type RunningSubscription, type SubscriptionState } from "./subscription.ts"

/** What an agreement begins with, and the shop it is made in. */
export interface HistoryFacts {
  readonly zone: string
  readonly beginsAt: Temporal.Instant
  readonly cycle: Cycle
  readonly unit: Money
  readonly quantity: number
  readonly discounts: readonly KeptDiscount[]
  readonly tax: TaxSettings
  readonly latePolicy: LatePolicy
}

/** What happens to it, each so many hours after the one before. Where it can't be done, nothing happens. */
export interface HistoryAct {
  readonly hours: number
  readonly kind: "run" | "pay" | "extend" | "pause" | "resume" | "cancel" | "keep"
  /** Cycles of an extension, weeks of a pause. */
  readonly size: number
}

export interface Paid {
  readonly today: Temporal.PlainDate
  readonly cycles: number
  readonly line: DocumentLineInput
  readonly document: DocumentPlan
}

/** What was seen from outside, in order. */
export type Seen =
  | { readonly kind: "paid"; readonly paid: Paid }
  | {
      readonly kind: "given"
      readonly today: Temporal.PlainDate
      readonly start: Temporal.PlainDate
      readonly end: Temporal.PlainDate
    }
  | { readonly kind: "asked" | "taken back"; readonly today: Temporal.PlainDate }
  | { readonly kind: "paused"; readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate }
  | { readonly kind: "not paused" }
  | { readonly kind: "moved"; readonly today: Temporal.PlainDate; readonly to: SubscriptionState }
  | { readonly kind: "cancelled" | "kept" }

interface Asked {
  readonly lines: readonly DocumentLineInput[]
  readonly cycles: number
}

/**
 * The life of one agreement, played with the engine's own decisions and without a database: its rows are what is
 * kept here. What each operation writes in a transaction is written here in the same order.
 */
export function playHistory(facts: HistoryFacts, acts: readonly HistoryAct[]): Seen[] {
  const life = begin(facts)
  let at = facts.beginsAt
  for (const act of acts) {
    if (life.one.endedAt) break
    at = at.add({ hours: act.hours })
    const today = at.toZonedDateTimeISO(facts.zone).toPlainDate()
    doAct(life, act, today, at)
  }
  return life.seen
}

interface Life {
  readonly facts: HistoryFacts
  readonly policy: CollectingPolicy
  readonly seen: Seen[]
  one: RunningSubscription
  asked: Asked | undefined
}

function begin(facts: HistoryFacts): Life {
  const policy = { ...defaultPolicy, latePolicy: facts.latePolicy }
  const anchorOn = facts.beginsAt.toZonedDateTimeISO(facts.zone).toPlainDate()
  const { start, end } = periodAt(anchorOn, facts.cycle, 1)
  const one: RunningSubscription = {
    ...blankAgreement(facts),
    state: "active",
    anchorOn,
    periodNumber: 1,
    periodStart: start,
    periodEnd: end,
    nextRequestOn: planRequestDay({ start, end }, policy),
  }
  return { facts, policy, seen: [], one, asked: undefined }
}

function doAct(life: Life, act: HistoryAct, today: Temporal.PlainDate, at: Temporal.Instant): void {
  const { one } = life
  if (act.kind === "run") run(life, today, at)
  if (act.kind === "pay") pay(life, today)
  const mayExtend = !one.cancelAtEnd && price(one, act.size) > 0n && !isTooFarAhead(one, act.size, today)
  if (act.kind === "extend" && mayExtend) {
    if (life.asked) takeBack(life, today)
    ask(life, act.size, today)
  }
  if (act.kind === "pause") pause(life, 7 * act.size, today)
  if (act.kind === "resume") resume(life, today)
  if (act.kind === "cancel" && one.state === "active" && !one.cancelAtEnd) {
    if (life.asked) takeBack(life, today)
    const pauseGoes = isPaidBeyondPause(one) ? {} : { pauseFrom: null, pauseUntil: null }
    change(life, { cancelAtEnd: true, nextRequestOn: null, ...pauseGoes })
    life.seen.push({ kind: "cancelled" })
    if (!isPaidBeyondPause(one) && one.pauseUntil) life.seen.push({ kind: "not paused" })
  }
  if (act.kind === "keep" && one.cancelAtEnd) {
    change(life, { cancelAtEnd: false, nextRequestOn: later(requestDay(life), today) })
    life.seen.push({ kind: "kept" })
  }
}

/** A day's run: what is due is asked for, then what today means is done. */
function run(life: Life, today: Temporal.PlainDate, at: Temporal.Instant): void {
  const { nextRequestOn, cancelAtEnd } = life.one
  const isDue = nextRequestOn !== null && Temporal.PlainDate.compare(nextRequestOn, today) <= 0
  if (isDue && !life.asked && !cancelAtEnd) {
    if (price(life.one, 1) > 0n) {
      ask(life, 1, today)
      change(life, { nextRequestOn: null })
    } else advance(life, life.one, 1, today)
  }
  const { act } = planCollecting(life.one, { today, policy: life.policy, isMoneyOnItsWay: false })
  if (act === "miss") move(life, "past_due", today, { overdueOn: today })
  if (act === "suspend") move(life, "suspended", today, { suspendedOn: today })
  if (act === "pause") move(life, "paused", today)
  if (act === "resume") move(life, "active", today, { pauseFrom: null, pauseUntil: null })
  if (act === "expire") move(life, "expired", today, { endedAt: at })
  if (act === "cancel") move(life, "cancelled", today, { endedAt: at })
}

function ask(life: Life, cycles: number, today: Temporal.PlainDate): void {
  life.asked = { lines: planRenewalLines([life.one], cycles, "en"), cycles }
  change(life, { requestId: "prq_asked" })
  life.seen.push({ kind: "asked", today })
}

function takeBack(life: Life, today: Temporal.PlainDate): void {
  life.asked = undefined
  change(life, { requestId: null, nextRequestOn: later(requestDay(life), today) })
  life.seen.push({ kind: "taken back", today })
}

function pay(life: Life, today: Temporal.PlainDate): void {
  const { asked, facts } = life
  const [line] = asked?.lines ?? []
  if (!asked || !line) return
  if (!line.periodStart?.equals(nextStart(life.one)))
    throw new Error("It asks for other days than are unpaid.")
  const paid = paidOn(life.one, { today, latePolicy: facts.latePolicy })
  const { start, end } = planStretch(paid, asked.cycles)
  const days = { ...line, periodStart: start, periodEnd: end }
  const document = planDocument({ currency: facts.unit.currency, settings: facts.tax, lines: [days] })
  life.asked = undefined
  life.seen.push({ kind: "paid", paid: { today, cycles: asked.cycles, line: days, document } })
  advance(life, paid, asked.cycles, today)
}

function advance(life: Life, paid: RunningSubscription, cycles: number, today: Temporal.PlainDate): void {
  const { stretch, state, periodNumber, isPauseOver, nextRequestOn } = planAdvance(paid, cycles, {
    today,
    policy: life.policy,
  })
  if (price(life.one, cycles) === 0n) {
    life.seen.push({ kind: "given", today, start: stretch.start, end: stretch.end })
  }
  if (state !== life.one.state) life.seen.push({ kind: "moved", today, to: state })
  change(life, {
    state,
    suspendedOn: state === "active" ? null : life.one.suspendedOn,
    anchorOn: stretch.anchorOn,
    anchorNumber: stretch.anchorNumber,
    ...(isPauseOver ? { pauseFrom: null, pauseUntil: null } : {}),
    periodNumber,
    periodStart: stretch.start,
    periodEnd: stretch.end,
    requestId: null,
    nextRequestOn,
  })
}

function pause(life: Life, days: number, today: Temporal.PlainDate): void {
  const { one, policy } = life
  if (one.state !== "active" || one.cancelAtEnd || isPaidBeyondPause(one)) return
  const range = planPauseRange(one, { policy, isStaff: false })
  const until = one.periodEnd.add({ days })
  if (!range || Temporal.PlainDate.compare(until, range.last) > 0) return
  if (life.asked) takeBack(life, today)
  change(life, { pauseFrom: one.periodEnd, pauseUntil: until })
  change(life, { nextRequestOn: later(requestDay(life), today) })
  life.seen.push({ kind: "paused", from: one.periodEnd, until })
}

function resume(life: Life, today: Temporal.PlainDate): void {
  const { one } = life
  if (!one.pauseFrom || !one.pauseUntil || isPaidBeyondPause(one)) return
  if (life.asked) takeBack(life, today)
  if (one.state === "active") {
    change(life, { pauseFrom: null, pauseUntil: null })
    change(life, { nextRequestOn: later(requestDay(life), today) })
    life.seen.push({ kind: "not paused" })
    return
  }
  change(life, { pauseUntil: today })
  life.seen.push({ kind: "paused", from: one.pauseFrom, until: today })
  if (price(one, 1) > 0n) {
    ask(life, 1, today)
    change(life, { nextRequestOn: null })
  } else advance(life, life.one, 1, today)
}

function move(
  life: Life,
  to: SubscriptionState,
  today: Temporal.PlainDate,
  more: Partial<RunningSubscription> = {},
): void {
  if (to !== life.one.state && !canMove(life.one.state, to)) {
    throw new Error(`It can't go from ${life.one.state} to ${to}.`)
  }
  if (to !== life.one.state) life.seen.push({ kind: "moved", today, to })
  change(life, { state: to, ...more })
}

function change(life: Life, changes: Partial<RunningSubscription>): void {
  life.one = { ...life.one, ...changes }
}

function requestDay({ one, policy }: Life): Temporal.PlainDate {
  return planRequestDay({ start: one.periodStart, end: nextStart(one) }, policy)
}

function price(one: RunningSubscription, cycles: number): bigint {
  return priceCycles(one, one.periodNumber, cycles).minor
}

/** All of an agreement but its time. */
export function blankAgreement({
  beginsAt,
  cycle,
  unit,
  quantity,
  discounts,
}: Pick<HistoryFacts, "beginsAt" | "cycle" | "unit" | "quantity" | "discounts">) {
  return {
    id: "sub_history",
    accountId: "acc_history",
    accountName: "",
    subject: "svc_history",
    orderId: null,
    planId: "pln_history",
    versionId: null,
    priceId: "prc_history",
    words: { en: "VPS", ko: "VPS" },
    unit: money(unit.minor, unit.currency),
    orderItemId: null,
    parts: [],
    discounts,
    quantity,
    quantityBefore: null,
    quantityUntil: null,
    quantityLeast: null,
    quantityMost: null,
    cycle,
    collection: "manual" as const,
    methodId: null,
    paidAt: beginsAt,
    firstInvoiceId: null,
    trialDays: null,
    trialLonger: null,
    trialUntil: null,
    trialConsentAt: null,
    billingDay: null,
    anchorNumber: 0,
    requestId: null,
    trouble: null,
    freeUntil: null,
    cancelAtEnd: false,
    cancelReason: null,
    cancelAskedAt: null,
    overdueOn: null,
    suspendedOn: null,
    graceUntil: null,
    pauseFrom: null,
    pauseUntil: null,
    cancelComment: null,
    memo: null,
    deletedAt: null,
    purchaseOrder: null,
    endedAt: null,
    createdAt: beginsAt,
  }
}
