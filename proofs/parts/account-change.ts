import { spreadOverPayments } from "#billing/testing"
import { money } from "#kit/money.ts"
import { changeLines, changeWithTax, chargeWith, planWish } from "#orders/testing"
import { planIdOf } from "./account-order.ts"
import { credit, issue, leftOf } from "./account-papers.ts"
import type { SeenCredit, SeenLine } from "./account-seen.ts"
import {
  type AccountAct,
  type AccountLife,
  type Agreement,
  chosenOf,
  type PeriodRow,
} from "./account-state.ts"

type WishFacts = Parameters<typeof planWish>[0]
type WishedPlan = Parameters<typeof planWish>[1]
type ChangeAsked = Parameters<typeof changeLines>[0]

/** All plans are of one size: nothing but money stands in the way. */
const resources = { storageGb: 40 }

/** To another plan from today: its difference is paid at once, or goes back with credit notes. */
export function changePlan(life: AccountLife, act: AccountAct, now: Temporal.PlainDate): void {
  const agreement = chosenOf(life, act.which)
  const index = act.other % life.facts.plans.length
  if (!agreement || agreement.row.planId === planIdOf(index)) return
  const today = changeDay(agreement, now)
  const { rules } = life.facts
  const unit = money(life.facts.plans[index] ?? 0n, rules.currency)
  const plan = {
    planId: planIdOf(index),
    priceId: `prc_${index}`,
    planName: { en: "VPS", ko: "VPS" },
    unit,
    parts: [],
    kept: [],
    setup: money(0n, rules.currency),
    isOther: true,
  }
  const open = openPeriods(agreement, today)
  const periods = open.map((period) => ({
    ...period,
    periodId: `${period.first}`,
    charged: chargedOf(life, agreement, period),
  }))
  const service = { planId: agreement.row.planId, hostname: "server.example.com", plan: { resources } }
  const wished = { periods, service, subscription: agreement.row } as unknown as WishFacts
  const { change, hindrance } = planWish(wished, { ...plan, resources } as unknown as WishedPlan, today)
  if (!change || hindrance) return
  // Only what lines and their tax are made of: a service's other columns play no part in them.
  const tax = { ...rules, ofPlan: () => ({ taxRate: rules.taxRate, insideRate: rules.taxRate }) }
  const facts = {
    service,
    subscription: agreement.row,
    today,
    tax,
    periods: open.map((one) => ({ ...one, tax })),
  }
  const asked = { facts, plan, change } as unknown as ChangeAsked
  const lines = change.outcome === "pay" ? [...issue(life.book, changeLines(asked, "en"), now).lines] : []
  const back = change.outcome === "give_back" ? changeWithTax(asked.facts, plan.planId, change).minor : 0n
  const credits = giveBack(life, open, back, now)
  rewrite(open, lines, today)
  agreement.row = { ...agreement.row, planId: plan.planId, priceId: plan.priceId, unit }
  const to = { planId: plan.planId, unitMinor: unit.minor }
  life.moves.push({ kind: "changed", today: now, agreement: agreement.row.id, to, lines, credits })
}

/** Never before the last one, wherever the clock was set meanwhile. */
function changeDay({ periods }: Agreement, now: Temporal.PlainDate): Temporal.PlainDate {
  const days = [now, ...periods.flatMap(({ changedOn }) => changedOn ?? [])]
  return days.toSorted(Temporal.PlainDate.compare).at(-1) ?? now
}

/** What is paid and not over, newest first. */
export function openPeriods({ periods }: Agreement, today: Temporal.PlainDate): PeriodRow[] {
  return periods.filter(({ end }) => Temporal.PlainDate.compare(end, today) > 0).toReversed()
}

/** What was bought first is worth what its line says; what was changed since, what its plan costs now. */
function chargedOf({ facts, book }: AccountLife, { row }: Agreement, period: PeriodRow) {
  if (period.isChanged) return chargeWith(row, row)(period)
  const line = book.lines.get(period.lineIds.at(-1) ?? "")
  if (!line) throw new Error("Nobody paid for it.")
  const { currency, taxIncluded } = facts.rules
  return money(line.gross.minor - (taxIncluded ? 0n : line.tax.minor), currency)
}

/** The newest payments first, each as far as it goes. */
function giveBack(
  { book, facts }: AccountLife,
  open: readonly PeriodRow[],
  wanted: bigint,
  today: Temporal.PlainDate,
): SeenCredit[] {
  if (wanted === 0n) return []
  const payments = open.flatMap(({ lineIds }) =>
    lineIds.map((lineId) => ({ lineId, left: leftOf(book, lineId) })),
  )
  const left = payments.reduce((sum, payment) => sum + payment.left.minor, 0n)
  const most = money(wanted < left ? wanted : left, facts.rules.currency)
  return spreadOverPayments(most, payments).flatMap(({ payment, gross }) =>
    credit(book, [{ lineId: payment.lineId, gross }], today),
  )
}

/** Each line of a difference is found again by the day on which its time ends. */
function rewrite(
  open: readonly PeriodRow[],
  lines: readonly SeenLine[],
  changedOn: Temporal.PlainDate,
): void {
  for (const period of open) {
    period.isChanged = true
    period.changedOn = changedOn
    period.lineIds.unshift(...lines.filter(({ end }) => end?.equals(period.end)).map(({ id }) => id))
  }
}
