import { priceCycles, withTax } from "#billing"
import {
  type Purchase,
  planRefund,
  planTakingBack,
  readRefundPolicy,
  spreadOverLines,
  spreadOverPayments,
} from "#billing/testing"
import { divideHalfUp, type Money, money, sum, times } from "#kit/money.ts"
import { openPeriods } from "./account-change.ts"
import { credit, leftOf } from "./account-papers.ts"
import type { ShopRules } from "./account-seen.ts"
import {
  type AccountAct,
  type AccountLife,
  type Agreement,
  chosenOf,
  type PeriodRow,
} from "./account-state.ts"

/** A purchase and all after it, by the law's figure or the house's. */
export function takeBack(life: AccountLife, act: AccountAct, today: Temporal.PlainDate): void {
  const agreement = chosenOf(life, act.which)
  const purchases = agreement
    ? openPeriods(agreement, today).map((row) => readPurchase(life, agreement, row, today))
    : []
  const from = purchases[act.other % Math.max(purchases.length, 1)]
  const plan = from && planTakingBack(purchases, from, today)
  if (!agreement || !plan || "refused" in plan) return
  const credits = plan.purchases.flatMap(({ plan: { amount }, payments }) =>
    spreadOverPayments(amount, payments).flatMap(({ payment, gross }) =>
      credit(life.book, [{ lineId: payment.lineId, gross }], today),
    ),
  )
  if (plan.effect === "ends") agreement.row = { ...agreement.row, endedAt: life.facts.beginsAt }
  else moveEndBack(agreement, plan.purchases.length)
  life.moves.push({ kind: "taken back", today, agreement: agreement.row.id, from: from.start, credits })
}

/** As if they had never been bought. */
function moveEndBack(agreement: Agreement, count: number): void {
  const oldest = agreement.periods.at(-count)
  agreement.periods.splice(-count)
  const last = agreement.periods.at(-1)
  if (!oldest || !last) throw new Error("The first one ends the agreement.")
  const { anchorOn, anchorNumber, start, end } = last
  agreement.row = {
    ...agreement.row,
    anchorOn,
    anchorNumber,
    periodNumber: oldest.first,
    periodStart: start,
    periodEnd: end,
  }
}

/** As the refund page reads it from the rows. */
function readPurchase(
  { facts, book }: AccountLife,
  { row }: Agreement,
  period: PeriodRow,
  today: Temporal.PlainDate,
): Purchase {
  const { rules } = facts
  const { currency } = rules
  const tax = { taxIncluded: rules.taxIncluded, taxRate: rules.taxRate }
  const priced = (discounts: typeof row.discounts) =>
    times(priceCycles({ ...row, discounts }, period.first, period.cycles), BigInt(row.quantity))
  const bought = book.lines.get(period.lineIds.at(-1) ?? "")?.gross ?? money(0n, currency)
  const shown = priced(row.discounts)
  const paid = period.isChanged ? withTax(shown, tax) : bought
  const list = period.isChanged
    ? withTax(priced([]), tax)
    : shown.minor === 0n
      ? paid
      : money(divideHalfUp(priced([]).minor * paid.minor, shown.minor), currency)
  const payments = period.lineIds.map((lineId) => ({ invoiceId: lineId, lineId, left: leftOf(book, lineId) }))
  const { start, end, paidOn } = period
  const plan = planRefund({
    period: { start, end },
    paidOn,
    activatedOn: start,
    askedOn: today,
    paid,
    list,
    refundable: sum(
      currency,
      payments.map(({ left }) => left),
    ),
    withdrawal: rules.withdrawalDays === null ? null : { windowDays: rules.withdrawalDays, basis: "by_days" },
    policy: policyOf(rules, Temporal.PlainDate.compare(start, today) <= 0),
  })
  return {
    periodId: `${period.first}`,
    number: period.first + 1,
    start,
    end,
    paidOn,
    payments,
    paid,
    list,
    plan,
  }
}

/** What has not begun has used nothing up. */
function policyOf({ refund, currency }: ShopRules, hasBegun: boolean) {
  const { windowDays, basis, feeMinor, capPercent } = refund
  const fees = { [currency]: feeMinor.toString() }
  const given = readRefundPolicy({ windowDays, basis, fees, capPercent, holdDays: 7 }, currency)
  if (hasBegun) return given
  return {
    ...given,
    basis: "by_days" as const,
    fee: money(0n, currency),
    cap: { numerator: 1n, denominator: 1n },
  }
}

/** Somebody gives a part of an invoice back, without a word for what of it. */
export function creditPart(
  { book, facts, moves }: AccountLife,
  act: AccountAct,
  today: Temporal.PlainDate,
): void {
  const ids = [...book.lines.keys()]
  const chosen = ids[act.which % Math.max(ids.length, 1)]
  const invoice = chosen?.split(".")[0]
  const lines = ids.filter((id) => id.split(".")[0] === invoice).flatMap((id) => book.lines.get(id) ?? [])
  const left = lines.reduce((total, { id }) => total + leftOf(book, id).minor, 0n)
  const amount: Money = money((left * BigInt(act.size % 100)) / 100n, facts.rules.currency)
  const wish = spreadOverLines(amount, lines)
  if (!wish || wish === "rest") return
  const some = wish.filter(({ gross }) => gross.minor > 0n)
  moves.push({ kind: "credited", credits: credit(book, some, today) })
}
