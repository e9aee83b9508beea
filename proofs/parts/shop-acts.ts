import { ApiProblem } from "#kit/problem.ts"
import type { CouponTerms, SeenMove } from "./account-seen.ts"
import type { Bought } from "./golden-shop.ts"
import type { AgreementRow, BookedLine } from "./shop-books.ts"
import { type Customer, plans, type ShopLife } from "./shop-state.ts"

const MOST_BOUGHT = 3

/** One customer does something, or nothing; answers with what the shop's books say of it. */
export async function actOnShop(life: ShopLife, customer: Customer): Promise<SeenMove[]> {
  const before = await life.books.agreements(customer.by.accountId ?? "")
  const act = chooseAct(life, customer, before)
  try {
    const moves = await act.do()
    note(life, act.name)
    return moves
  } catch (error) {
    // What is refused in words is no failure; anything else is.
    if (!(error instanceof ApiProblem) || error.status >= 500) throw error
    note(life, `refused: ${error.code}`)
    await life.shop.company.settle()
    return readMoves(life, customer, before)
  }
}

interface Act {
  readonly name: string
  do(): Promise<SeenMove[]>
}

function chooseAct(life: ShopLife, customer: Customer, before: readonly AgreementRow[]): Act {
  const { random, shop } = life
  const { by } = customer
  const bought = customer.bought[random.below(Math.max(customer.bought.length, 1))]
  if (!bought || (customer.bought.length < MOST_BOUGHT && random.happens(0.2))) {
    return { name: "order", do: () => order(life, customer) }
  }
  const { subscriptions } = by.api.billing
  const row = before.find(({ id }) => id === bought.id)
  const then = (body: () => Promise<unknown>) => async () => {
    await body()
    await shop.company.settle()
    return readMoves(life, customer, before)
  }
  const until = (row?.end ?? Temporal.PlainDate.from("2027-01-01")).add({ days: 7 + random.below(40) })
  const { id } = bought
  const acts: readonly (Act & { readonly weight: number })[] = [
    { name: "pay", weight: 8, do: then(() => payOpen(life, bought, row)) },
    { name: "fail", weight: 2, do: then(() => payOpen(life, bought, row, "no-money")) },
    { name: "extend", weight: 2, do: then(() => subscriptions.extend({ id, cycles: 1 + random.below(3) })) },
    { name: "change", weight: 4, do: () => changePlan(life, customer, bought, before) },
    { name: "take back", weight: 2, do: () => takeBack(life, customer, bought, before) },
    { name: "credit", weight: 2, do: then(() => creditSome(life, customer)) },
    { name: "pause", weight: 2, do: then(() => subscriptions.pause({ id, until: until.toString() })) },
    { name: "resume", weight: 1, do: then(() => subscriptions.resume({ id })) },
    { name: "cancel", weight: 1, do: then(() => subscriptions.cancel({ id, at: "end" })) },
    { name: "undo", weight: 2, do: then(() => subscriptions.keep({ id })) },
    { name: "nothing", weight: 4, do: then(async () => undefined) },
  ]
  let rest = random.below(acts.reduce((sum, { weight }) => sum + weight, 0))
  for (const act of acts) {
    if (rest < act.weight) return act
    rest -= act.weight
  }
  throw new Error("A choice beyond the last.")
}

function note({ done }: ShopLife, kind: string): void {
  done.set(kind, (done.get(kind) ?? 0) + 1)
}

/** With a coupon now and then: whether it was given is what the shop's own list of its uses says. */
async function order(life: ShopLife, customer: Customer): Promise<SeenMove[]> {
  const { shop, random, books } = life
  const { by } = customer
  const account = by.accountId ?? ""
  const plan = plans[random.below(plans.length)] ?? plans[0]
  const cycle = random.happens(0.75) ? "monthly" : "quarterly"
  const code = [null, "HALF", "HALF", "TENTH"][random.below(4)] ?? null
  const usesBefore = await books.redemptions(account)
  let bought: Bought
  const moves: SeenMove[] = []
  try {
    bought = await shop.buy(by, { plan: plan.name, cycle, ...(code ? { coupons: [code] } : {}) })
  } catch (error) {
    const isCoupon = error instanceof ApiProblem && error.code.includes("coupon_used")
    if (!isCoupon || !code) throw error
    note(life, `refused: ${error.code}`)
    moves.push({ kind: "coupon", id: code, account, isGiven: false })
    bought = await shop.buy(by, { plan: plan.name, cycle })
  }
  customer.bought.push(bought)
  const isGiven = (await books.redemptions(account)) > usesBefore
  if (code && moves.length === 0) moves.push({ kind: "coupon", id: code, account, isGiven })
  const today = todayOf(life)
  const row = (await books.agreements(account)).find(({ id }) => id === bought.id)
  const { lines } = await books.readNew(account)
  const [line] = lines
  if (!line || !row) throw new Error("Something was bought, and no invoice says so.")
  const terms = {
    planId: row.planId,
    unitMinor: cycle === "monthly" ? plan.monthly : plan.quarterly,
    quantity: 1,
    cycle,
    coupons: isGiven && code ? [coupons[code as keyof typeof coupons]] : [],
  }
  return [...moves, { kind: "bought", today, agreement: bought.id, terms, line }]
}

const coupons: Readonly<Record<"HALF" | "TENTH", CouponTerms>> = {
  HALF: { id: "HALF", percent: 50, amountMinor: null, periods: 2, planIds: [] },
  TENTH: { id: "TENTH", percent: 10, amountMinor: null, periods: null, planIds: [] },
}

async function payOpen({ shop }: ShopLife, bought: Bought, row: AgreementRow | undefined, card?: "no-money") {
  if (row?.requestId) await shop.pay(bought.by, row.requestId, card ? { card } : {})
}

async function changePlan(
  life: ShopLife,
  customer: Customer,
  bought: Bought,
  before: readonly AgreementRow[],
): Promise<SeenMove[]> {
  const { shop, random } = life
  const { planChanges } = customer.by.api.orders
  const { options } = await planChanges.preview({ id: bought.serviceId })
  const open = options.filter(({ hindrance, moments }) => hindrance === null && moments.includes("now"))
  const option = open[random.below(Math.max(open.length, 1))]
  if (!option) return []
  await shop.changeTo(bought, option.planName.en)
  const { lines, credits } = await life.books.readNew(customer.by.accountId ?? "")
  const row = before.find(({ id }) => id === bought.id)
  const plan = plans.find(({ name }) => name === option.planName.en)
  if (!row || !plan) throw new Error(`${option.planName.en} is not on sale.`)
  const { cycle } = await planChanges.preview({ id: bought.serviceId })
  const unitMinor = cycle === "quarterly" ? plan.quarterly : plan.monthly
  const to = { planId: option.planId, unitMinor }
  return [{ kind: "changed", today: todayOf(life), agreement: bought.id, to, lines, credits }]
}

async function takeBack(
  life: ShopLife,
  customer: Customer,
  bought: Bought,
  before: readonly AgreementRow[],
): Promise<SeenMove[]> {
  const { shop, random, books } = life
  const { refunds } = customer.by.api.billing
  const { purchases } = await refunds.preview({ id: bought.id })
  const open = purchases.filter(({ together }) => together !== null && together.amount.minor !== "0")
  const chosen = open[random.below(Math.max(open.length, 1))]
  if (!chosen?.together) return readMoves(life, customer, before)
  const { periodId, together } = chosen
  const from = await books.periodStart(periodId)
  await refunds.request({ id: bought.id, periodId, expected: together.amount })
  if (together.effect === "ends") customer.bought.splice(customer.bought.indexOf(bought), 1)
  await shop.company.settle()
  const { credits } = await books.readNew(customer.by.accountId ?? "")
  return [{ kind: "taken back", today: todayOf(life), agreement: bought.id, from, credits }]
}

/** Staff give a part of a line back. */
async function creditSome({ shop, random, count }: ShopLife, { by }: Customer): Promise<void> {
  const { items } = await by.api.billing.invoices.list({})
  const chosen = items[random.below(Math.max(items.length, 1))]
  if (!chosen) return
  const { lines } = await by.api.billing.invoices.get({ id: chosen.id })
  const line = lines[random.below(Math.max(lines.length, 1))]
  const kept = line && count.lines.get(line.id)
  const minor = kept ? ((kept.gross - kept.credited) * BigInt(1 + random.below(50))) / 100n : 0n
  if (!line || minor === 0n) return
  const gross = { minor: minor.toString(), currency: "KRW" as const }
  await shop.operator.billing.creditNotes.issue({
    id: chosen.id,
    lines: [{ lineId: line.id, gross }],
    reason: "A bad day.",
  })
}

/** What the books say since the last look: lines that prolong, each with the pause that it was paid after. */
async function readMoves(
  life: ShopLife,
  { by }: Customer,
  before: readonly AgreementRow[],
): Promise<SeenMove[]> {
  const { lines, credits } = await life.books.readNew(by.accountId ?? "")
  const today = todayOf(life)
  return [
    ...lines.flatMap((line) => prolonged(line, before, today)),
    ...(credits.length > 0 ? [{ kind: "credited", credits } as const] : []),
  ]
}

function prolonged(line: BookedLine, before: readonly AgreementRow[], today: Temporal.PlainDate): SeenMove[] {
  const row = before.find(({ id }) => id === line.agreement)
  if (!row) throw new Error(`${line.rule}: a line that nobody asked for.`)
  const { id: agreement, pause } = row
  return [
    { kind: "paused", agreement, days: pause },
    { kind: "prolonged", today, agreement, cycles: line.cycles, line },
  ]
}

function todayOf({ shop, zone }: ShopLife): Temporal.PlainDate {
  return shop.company.ground.clock.now().toZonedDateTimeISO(zone).toPlainDate()
}
