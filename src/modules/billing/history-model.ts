import type { HistoryFacts, Paid, Seen } from "./history.ts"
import { dayOf, halfUp, sayDay, step } from "./slow-calendar.ts"

/**
 * What a history must have come to, worked out anew: slow, by counting days on a calendar of its own, with whole
 * numbers, and with nothing of the engine's. Gives what does not agree.
 */
export function checkHistory(facts: HistoryFacts, seen: readonly Seen[]): string[] {
  const model = begin(facts)
  for (const one of seen) follow(model, one)
  for (let day = model.first; day < model.end; day++) {
    const isPaid = model.paidDays.has(day)
    const isGap = model.gaps.some((gap) => day >= gap.from && day < gap.until)
    if (isPaid === isGap)
      model.wrong.push(`${sayDay(day)} is ${isPaid ? "paid and left out" : "neither paid nor left out"}`)
  }
  return model.wrong
}

interface Model {
  readonly facts: HistoryFacts
  readonly wrong: string[]
  readonly paidDays: Set<number>
  readonly gaps: { readonly from: number; readonly until: number }[]
  readonly first: number
  /** The day that cycles are counted from, how many were since, and how many in all. */
  anchor: number
  sinceAnchor: number
  cycles: number
  end: number
  pause: { readonly from: number; readonly until: number } | undefined
  state: string
  movedOn: number
}

function begin(facts: HistoryFacts): Model {
  // Not by Temporal, which the engine counts with.
  const words = new Intl.DateTimeFormat("en-CA", { timeZone: facts.zone, dateStyle: "short" })
  const first = dayOf(words.format(facts.beginsAt.epochMilliseconds))
  const model: Model = {
    facts,
    wrong: [],
    paidDays: new Set(),
    gaps: [],
    first,
    anchor: first,
    sinceAnchor: 0,
    cycles: 0,
    end: first,
    pause: undefined,
    state: "active",
    movedOn: first,
  }
  cover(model, first, 1)
  return model
}

function follow(model: Model, one: Seen): void {
  if (one.kind === "paid") followPayment(model, one.paid)
  if (one.kind === "given") followGift(model, one)
  if (one.kind === "paused") {
    // One that is asked for again while it lasts begins where it began; one that was paid beyond is over.
    const from = model.pause && model.end <= model.pause.from ? model.pause.from : model.end
    expectSame(model, "a pause begins", sayDay(from), one.from.toString())
    model.pause = { from: dayOf(one.from), until: dayOf(one.until) }
  }
  if (one.kind === "not paused") model.pause = undefined
  if (one.kind === "moved") followMove(model, dayOf(one.today), one.to)
}

function followPayment(model: Model, { today, cycles, line, document }: Paid): void {
  const on = dayOf(today)
  const due = unpaidFrom(model)
  const start = model.facts.latePolicy === "from_payment" && on > due ? on : due
  const before = model.cycles
  cover(model, start, cycles)
  expectSame(model, "a line begins", sayDay(start), line.periodStart?.toString())
  expectSame(model, "a line ends before", sayDay(model.end), line.periodEnd?.toString())
  const amount = priceOf(model.facts, before, cycles)
  const { total, net, tax } = taxOf(model.facts, amount)
  expectSame(model, "the total is", total, document.total.minor)
  expectSame(model, "the net is", net, document.net.minor)
  expectSame(model, "the tax is", tax, document.tax.minor)
  if (start <= on) model.pause = undefined
}

function followGift(model: Model, one: Extract<Seen, { kind: "given" }>): void {
  const start = unpaidFrom(model)
  if (priceOf(model.facts, model.cycles, 1) !== 0n) model.wrong.push("something that costs was given")
  cover(model, start, 1)
  expectSame(model, "a gift begins", sayDay(start), one.start.toString())
  expectSame(model, "a gift ends before", sayDay(model.end), one.end.toString())
  if (start <= dayOf(one.today)) model.pause = undefined
}

/** Nobody is missed, suspended or ended before the policy's days, on a free day, or twice on one day. */
function followMove(model: Model, on: number, to: string): void {
  const overdue = on - (unpaidFrom(model) - 1)
  const isWorkday = on % 7 < 5
  const isAt = (holds: boolean) => {
    if (!holds) model.wrong.push(`${model.state} became ${to} on ${sayDay(on)}, ${overdue} days over`)
  }
  if (to === "past_due") isAt(overdue >= 1 && model.state === "active")
  if (to === "suspended") isAt(overdue >= 7 && isWorkday && on > model.movedOn)
  if (to === "expired")
    isAt(overdue >= 30 && isWorkday && model.state === "suspended" && on - model.movedOn >= 23)
  if (to === "paused") isAt(model.pause !== undefined && on >= model.pause.from && on < model.pause.until)
  if (to === "active") isAt(model.paidDays.has(on))
  if (to === "cancelled") isAt(on >= model.end)
  if (to === "active" && model.pause && on >= model.pause.until) model.pause = undefined
  model.state = to
  model.movedOn = on
}

function unpaidFrom({ end, pause }: Model): number {
  return pause && end <= pause.from ? Math.max(pause.until, end) : end
}

function cover(model: Model, start: number, cycles: number): void {
  if (start > model.end) {
    model.gaps.push({ from: model.end, until: start })
    model.anchor = start
    model.sinceAnchor = 0
  }
  model.sinceAnchor += cycles
  model.cycles += cycles
  const end = step(model.anchor, model.facts.cycle, model.sinceAnchor)
  for (let day = start; day < end; day++) {
    if (model.paidDays.has(day)) model.wrong.push(`${sayDay(day)} is paid twice`)
    model.paidDays.add(day)
  }
  model.end = end
}

/** Cycle by cycle: percents one after the other, then fixed amounts, never below nothing, rounded once. */
function priceOf({ unit, quantity, discounts }: HistoryFacts, from: number, cycles: number): bigint {
  let sum = 0n
  for (let cycle = from; cycle < from + cycles; cycle++) {
    const holding = discounts.filter(({ periods }) => periods === null || cycle < periods)
    let [numerator, denominator] = [unit.minor, 1n]
    for (const { percent } of holding) {
      if (percent === null) continue
      numerator *= 100n - BigInt(percent)
      denominator *= 100n
    }
    for (const { amountMinor } of holding) {
      if (amountMinor !== null) numerator -= BigInt(amountMinor) * denominator
    }
    if (numerator < 0n) numerator = 0n
    sum += halfUp(numerator, denominator)
  }
  return sum * BigInt(quantity)
}

function taxOf({ tax }: HistoryFacts, amount: bigint) {
  const { numerator, denominator } = tax.taxRate
  const part = tax.taxIncluded
    ? halfUp(amount * numerator, denominator + numerator)
    : halfUp(amount * numerator, denominator)
  return tax.taxIncluded
    ? { total: amount, net: amount - part, tax: part }
    : { total: amount + part, net: amount, tax: part }
}

function expectSame(model: Model, what: string, wanted: unknown, found: unknown): void {
  if (wanted !== found) model.wrong.push(`${what} ${wanted}, not ${found}`)
}
