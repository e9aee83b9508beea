import type { RunningSubscription } from "#billing"
import { paidOn, planAdvance, planRenewalLines } from "#billing/testing"
import { changePlan } from "./account-change.ts"
import { creditPart, takeBack } from "./account-give-back.ts"
import { orderAgreements } from "./account-order.ts"
import { issue, openBook } from "./account-papers.ts"
import type { AccountAct, AccountFacts, AccountLife } from "./account-state.ts"

/**
 * The life of one account with several agreements, played with the engine's own decisions and without a database: what
 * operations write in transactions is kept here in the same order.
 */
export function playAccount(facts: AccountFacts, acts: readonly AccountAct[]): AccountLife {
  const life: AccountLife = {
    facts,
    book: openBook(facts.rules),
    moves: [],
    uses: new Map(),
    agreements: [],
  }
  let at = facts.beginsAt
  for (const act of acts) {
    at = at.add({ hours: act.hours })
    const today = at.toZonedDateTimeISO(facts.zone).toPlainDate()
    if (act.kind === "order") orderAgreements(life, act, today)
    if (act.kind === "pay") prolong(life, act, today)
    if (act.kind === "change") changePlan(life, act, today)
    if (act.kind === "take back") takeBack(life, act, today)
    if (act.kind === "credit") creditPart(life, act, today)
  }
  return life
}

/** Several on one invoice, as renewals of one day are. */
function prolong(life: AccountLife, { which, size }: AccountAct, today: Temporal.PlainDate): void {
  const running = life.agreements.filter(({ row }) => row.endedAt === null)
  const chosen = running
    .filter((_, index) => (which >> index) % 2 === 1)
    .filter(({ row }) => isNear(row, today))
  const cycles = 1 + (size % 3)
  const { latePolicy } = life.facts.rules
  const asPaid = chosen.map(({ row }) => paidOn(row, { today, latePolicy }))
  const lines = planRenewalLines(asPaid, cycles, "en")
  const paper = lines.some(({ unit }) => unit.minor > 0n) ? issue(life.book, lines, today) : undefined
  if (!paper) return
  for (const [index, agreement] of chosen.entries()) {
    const [before, line] = [asPaid[index], paper.lines[index]]
    if (!before || !line) continue
    const { stretch, periodNumber } = planAdvance(before, cycles, { today, policy: { requestDays: 7 } })
    const { start, end, anchorOn, anchorNumber } = stretch
    agreement.periods.push({
      start,
      end,
      first: agreement.row.periodNumber,
      cycles,
      anchorOn,
      anchorNumber,
      paidOn: today,
      isChanged: false,
      lineIds: [line.id],
    })
    agreement.row = {
      ...agreement.row,
      anchorOn,
      anchorNumber,
      periodNumber,
      periodStart: start,
      periodEnd: end,
    }
    life.moves.push({ kind: "prolonged", today, agreement: agreement.row.id, cycles, line })
  }
}

/** Nobody pays for what was over years ago, or for decades ahead. */
function isNear({ periodEnd }: RunningSubscription, today: Temporal.PlainDate): boolean {
  const days = today.until(periodEnd, { largestUnit: "days" }).days
  return days > -400 && days < 1_200
}
