import { dayOf, halfUp, sayDay } from "#billing/testing"
import { type Count, expectSame, type Held, type Purchase, withTax } from "./account-count.ts"
import type { SeenCredit, SeenMove, ShopRules } from "./account-seen.ts"

/** Credit notes: never more than is left of a line, and its tax in the same proportion, all notes together. */
export function followCredits(count: Count, credits: readonly SeenCredit[]): bigint {
  let sent = 0n
  for (const { lineId, gross, tax } of credits) {
    const line = count.lines.get(lineId)
    if (!line) {
      count.wrong.push({ about: "refunds", words: `a credit note is about ${lineId}, which nobody paid` })
      continue
    }
    line.credited += gross
    line.creditedTax += tax
    if (gross <= 0n || line.credited > line.gross) {
      count.wrong.push({
        about: "refunds",
        words: `of a line of ${line.gross} ${line.credited} were taken back`,
      })
    }
    expectSame(count, "refunds", {
      what: "the tax taken back is",
      wanted: halfUp(line.tax * line.credited, line.gross),
      found: line.creditedTax,
    })
    sent += gross
  }
  count.credited += sent
  return sent
}

/** The chosen purchase and all after it: newest first, each the higher of the law's figure and the house's. */
export function checkTakingBack(
  count: Count,
  held: Held,
  move: Extract<SeenMove, { kind: "taken back" }>,
): void {
  const [on, from] = [dayOf(move.today), dayOf(move.from)]
  const chosen = held.purchases.filter(({ start }) => start >= from).toReversed()
  if (chosen.at(-1)?.start !== from)
    count.wrong.push({ about: "refunds", words: `${sayDay(from)} begins nothing that was bought` })
  const wanted = new Map<string, bigint>()
  for (const purchase of chosen) {
    let rest = figureOf(count.rules, purchase, on)
    if (rest === 0n)
      count.wrong.push({ about: "refunds", words: `nothing is given back of ${sayDay(purchase.start)}` })
    for (const line of purchase.lines) {
      const left = line.gross - line.credited
      const part = rest < left ? rest : left
      if (part > 0n) wanted.set(line.id, part)
      rest -= part
    }
  }
  for (const { lineId, gross } of move.credits) {
    expectSame(count, "refunds", {
      what: "taken back of a line are",
      wanted: wanted.get(lineId) ?? 0n,
      found: gross,
    })
    wanted.delete(lineId)
  }
  expectSame(count, "refunds", {
    what: "lines that nothing was taken back of are",
    wanted: 0,
    found: wanted.size,
  })
  followCredits(count, move.credits)
  moveEnd(held, chosen, on)
}

/** What has not begun is as if it had never been bought; with what has begun all of it is over. */
function moveEnd(held: Held, chosen: readonly Purchase[], on: number): void {
  const oldest = chosen.at(-1)
  if (!oldest) return
  if (oldest.start <= on || oldest.first === 0) {
    held.isOver = true
    return
  }
  held.purchases.splice(held.purchases.length - chosen.length)
  for (const { start, end } of chosen) {
    for (let day = start; day < end; day++) held.paidDays.delete(day)
  }
  const last = held.purchases.at(-1)
  if (!last) return
  held.cycles = oldest.first
  held.end = last.end
  held.anchor = last.anchor
  held.sinceAnchor = last.sinceAnchor
}

/** By counting the days one after the other; each figure rounded once. */
function figureOf(rules: ShopRules, purchase: Purchase, on: number): bigint {
  const { start, end, paidOn, lines } = purchase
  const zero = Math.max(start, paidOn)
  let [total, used] = [0n, 0n]
  for (let day = start; day < end; day++) total += 1n
  for (let day = zero; day < on && used < total; day++) used += 1n
  const first = lines.at(-1)
  const paid = purchase.isChanged ? withTax(rules, purchase.shown) : (first?.gross ?? 0n)
  const list = purchase.isChanged
    ? withTax(rules, purchase.list)
    : purchase.shown === 0n
      ? paid
      : halfUp(purchase.list * paid, purchase.shown)
  const left = lines.reduce((sum, line) => sum + line.gross - line.credited, 0n)
  // In hundredths of a day, so that a cap in percent is a whole number as well.
  const bound = (hundredths: bigint) => {
    const most = (left < paid ? left : paid) * total * 100n
    const capped = hundredths < most ? hundredths : most
    return capped <= 0n ? 0n : halfUp(capped, total * 100n)
  }
  const { withdrawalDays, refund } = rules
  const law =
    withdrawalDays !== null && on <= zero + withdrawalDays ? bound(100n * paid * (total - used)) : undefined
  const house =
    on <= zero + refund.windowDays
      ? bound(houseFigure(rules, { paid, list, total, used, hasBegun: start <= on }))
      : undefined
  if (law === undefined) return house ?? 0n
  return house !== undefined && house > law ? house : law
}

/** What has not begun comes back whole, whatever the house says. */
function houseFigure(
  { refund }: ShopRules,
  facts: {
    readonly paid: bigint
    readonly list: bigint
    readonly total: bigint
    readonly used: bigint
    readonly hasBegun: boolean
  },
): bigint {
  const { paid, list, total, used, hasBegun } = facts
  if (!hasBegun) return 100n * paid * (total - used)
  const cap = paid * total * BigInt(refund.capPercent)
  const discount = list > paid ? list - paid : 0n
  const figures = {
    by_days: paid * (total - used),
    by_days_less_discount: (paid - discount) * (total - used),
    used_days_at_list_price: paid * total - list * used,
  }
  const wanted = 100n * (figures[refund.basis] - refund.feeMinor * total)
  return wanted < cap ? wanted : cap
}
