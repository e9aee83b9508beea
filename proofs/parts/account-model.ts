import { dayOf, sayDay, step } from "#billing/testing"
import {
  amountOf,
  type Count,
  type CouponLimits,
  expectSame,
  type Held,
  type KeptLine,
  type Purchase,
  priceOf,
  withTax,
} from "./account-count.ts"
import { checkTakingBack, followCredits } from "./account-refund-model.ts"
import type { SeenLine, SeenMove, ShopRules } from "./account-seen.ts"

/**
 * What an account's papers must have come to, worked out anew: slow, day by day and with whole numbers, and with nothing of
 * the engine's. What does not agree is in `wrong`.
 */
export function openCount(rules: ShopRules, limits: ReadonlyMap<string, CouponLimits> = new Map()): Count {
  return {
    rules,
    limits,
    wrong: [],
    held: new Map(),
    lines: new Map(),
    uses: [],
    invoiced: 0n,
    credited: 0n,
  }
}

/** Whose turn it is by the limits alone: what else stands against a coupon the one who asks must know. */
export function mayBeGiven(count: Count, { id, account }: { readonly id: string; readonly account: string }) {
  const { mostUses, mostPerCustomer } = count.limits.get(id) ?? { mostUses: null, mostPerCustomer: null }
  const used = count.uses.filter((use) => use.id === id)
  const own = used.filter((use) => use.account === account)
  const isLeft = mostUses === null || used.length < mostUses
  return isLeft && (mostPerCustomer === null || own.length < mostPerCustomer)
}

export function followMove(count: Count, move: SeenMove): void {
  if (move.kind === "coupon") return followCoupon(count, move)
  if (move.kind === "credited") {
    followCredits(count, move.credits)
    return
  }
  if (move.kind === "bought") {
    const { terms } = move
    count.held.set(move.agreement, {
      terms,
      planId: terms.planId,
      unitMinor: terms.unitMinor,
      cycles: 0,
      anchor: dayOf(move.today),
      sinceAnchor: 0,
      end: dayOf(move.today),
      paidDays: new Set(),
      purchases: [],
      pause: null,
      isOver: false,
    })
    return followPurchase(count, heldOf(count, move.agreement), { ...move, cycles: 1 })
  }
  const held = heldOf(count, move.agreement)
  if (move.kind === "paused") {
    const { days } = move
    held.pause = days && { from: dayOf(days.from), until: dayOf(days.until) }
  }
  if (move.kind === "prolonged") followPurchase(count, held, move)
  if (move.kind === "changed") followChange(count, held, move)
  if (move.kind === "taken back") checkTakingBack(count, held, move)
}

function followCoupon(count: Count, { id, account, isGiven }: Extract<SeenMove, { kind: "coupon" }>): void {
  expectSame(count, "coupons", {
    what: `coupon ${id} is given`,
    wanted: mayBeGiven(count, { id, account }),
    found: isGiven,
  })
  if (isGiven) count.uses.push({ id, account })
}

function heldOf(count: Count, agreement: string): Held {
  const held = count.held.get(agreement)
  if (!held) throw new Error(`Nobody bought ${agreement}.`)
  return held
}

/** Further cycles, from the first unpaid day; late ones from their payment, where the shop says so. */
function followPurchase(
  count: Count,
  held: Held,
  of: { readonly today: Temporal.PlainDate; readonly cycles: number; readonly line: SeenLine },
): void {
  if (held.isOver) count.wrong.push({ about: "days", words: "what is over was paid for" })
  const on = dayOf(of.today)
  const due = held.pause && held.end <= held.pause.from ? Math.max(held.pause.until, held.end) : held.end
  const isLate = on > due && count.rules.latePolicy === "from_payment" && held.cycles > 0
  const start = isLate ? on : due
  if (start > held.end) {
    held.anchor = start
    held.sinceAnchor = 0
  }
  const first = held.cycles
  held.sinceAnchor += of.cycles
  held.cycles += of.cycles
  const end = step(held.anchor, held.terms.cycle, held.sinceAnchor)
  for (let day = start; day < end; day++) {
    if (held.paidDays.has(day)) count.wrong.push({ about: "days", words: `${sayDay(day)} is paid twice` })
    held.paidDays.add(day)
  }
  held.end = end
  // The first time of an order has no days on its line: it begins when what was ordered is delivered.
  if (of.line.start)
    expectSame(count, "days", {
      what: "a line begins",
      wanted: sayDay(start),
      found: of.line.start.toString(),
    })
  if (of.line.end)
    expectSame(count, "days", {
      what: "a line ends before",
      wanted: sayDay(end),
      found: of.line.end.toString(),
    })
  const shown = priceOf(held, { first, cycles: of.cycles })
  const line = keepLine(count, of.line, shown)
  const list = priceOf({ ...held, terms: { ...held.terms, coupons: [] } }, { first, cycles: of.cycles })
  held.purchases.push({
    start,
    end,
    first,
    cycles: of.cycles,
    anchor: held.anchor,
    sinceAnchor: held.sinceAnchor,
    paidOn: on,
    shown,
    list,
    isChanged: false,
    lines: [line],
  })
}

/** The line's amount as prices are shown is what the model says; its tax is looked at with its paper's. */
function keepLine(count: Count, line: SeenLine, shown: bigint): KeptLine {
  expectSame(count, "amounts", { what: "a line comes to", wanted: shown, found: amountOf(count.rules, line) })
  const kept: KeptLine = { id: line.id, gross: line.gross, tax: line.tax, credited: 0n, creditedTax: 0n }
  count.lines.set(line.id, kept)
  count.invoiced += line.gross
  return kept
}

/** Both plans by the days that are left, each rounded by itself; what is paid ahead changes whole. */
function followChange(count: Count, held: Held, move: Extract<SeenMove, { kind: "changed" }>): void {
  // A clock that is set back opens nothing again that was over when the plan was changed last.
  const on = Math.max(dayOf(move.today), ...held.purchases.map(({ changedOn }) => changedOn ?? 0))
  held.planId = move.to.planId
  held.unitMinor = move.to.unitMinor
  const open = held.purchases.filter(({ end }) => end > on).toReversed()
  if (!open.some(({ start }) => start <= on))
    count.wrong.push({ about: "days", words: "a plan was changed on a day that is not paid" })
  const parts = open.map((purchase) => changePurchase(held, purchase, on))
  const difference = parts.reduce((sum, part) => sum + part.difference, 0n)
  if (difference < 0n) {
    const left = open.flatMap(({ lines }) => lines.map((line) => line.gross - line.credited))
    const most = left.reduce((sum, one) => sum + one, 0n)
    const back = withTax(count.rules, -difference)
    const wanted = back < most ? back : most
    const sent = followCredits(count, move.credits)
    expectSame(count, "amounts", { what: "a cheaper plan gives back", wanted: wanted, found: sent })
    expectSame(count, "amounts", { what: "a cheaper plan costs lines", wanted: 0, found: move.lines.length })
    return
  }
  expectSame(count, "amounts", {
    what: "a dearer plan gives back notes",
    wanted: 0,
    found: move.credits.length,
  })
  const isPaid = difference >= count.rules.leastMinor && difference > 0n
  const payable = isPaid ? parts.filter((part) => part.difference !== 0n) : []
  expectSame(count, "amounts", {
    what: "a change's lines are",
    wanted: payable.length,
    found: move.lines.length,
  })
  for (const [index, { purchase, difference: minor }] of payable.entries()) {
    const line = move.lines[index]
    if (!line) continue
    if (line.start)
      expectSame(count, "days", {
        what: "a change begins",
        wanted: sayDay(Math.max(purchase.start, on)),
        found: `${line.start}`,
      })
    if (line.end)
      expectSame(count, "days", {
        what: "a change ends before",
        wanted: sayDay(purchase.end),
        found: `${line.end}`,
      })
    purchase.lines.unshift(keepLine(count, line, minor))
  }
}

function changePurchase(held: Held, purchase: Purchase, on: number) {
  let [total, left] = [0n, 0n]
  for (let day = purchase.start; day < purchase.end; day++) {
    total += 1n
    if (day >= on) left += 1n
  }
  const before = share(purchase.shown, left, total)
  purchase.shown = priceOf(held, purchase)
  purchase.list = priceOf({ ...held, terms: { ...held.terms, coupons: [] } }, purchase)
  purchase.isChanged = true
  purchase.changedOn = on
  return { purchase, difference: share(purchase.shown, left, total) - before }
}

function share(minor: bigint, left: bigint, total: bigint): bigint {
  return (2n * minor * left + total) / (2n * total)
}
