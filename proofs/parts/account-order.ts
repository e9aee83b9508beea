import type { RunningSubscription } from "#billing"
import { blankAgreement, planStretch } from "#billing/testing"
import { findBar, keepDiscount } from "#catalog"
import { money } from "#kit/money.ts"
import { discountItems, planOrderLines } from "#orders/testing"
import { ACCOUNT, issue } from "./account-papers.ts"
import type { CouponTerms } from "./account-seen.ts"
import type { AccountAct, AccountFacts, AccountLife } from "./account-state.ts"

type Coupon = Parameters<typeof findBar>[0]
type PricedItem = Parameters<typeof discountItems>[0][number]

const cycles = ["monthly", "monthly", "quarterly", "annual", "daily"] as const
const MOST_AGREEMENTS = 5

/** Some plans on one order, with coupons: paid at once, and delivered at once. */
export function orderAgreements(life: AccountLife, act: AccountAct, today: Temporal.PlainDate): void {
  const { facts, agreements } = life
  const count = 1 + (act.which % 3)
  if (agreements.length + count > MOST_AGREEMENTS) return
  const items = Array.from({ length: count }, (_, index) => itemOf(facts, act, index))
  const coupons = chooseCoupons(life, act, items, today)
  const discounted = discountItems(items, coupons)
  const inputs = discounted.flatMap((one) => planOrderLines({ ...one, trial: null }, "en"))
  const used = useUp(life, discounted)
  const paper = issue(life.book, inputs, today)
  for (const [index, { item, plan, off }] of discounted.entries()) {
    const line = paper.lines[index]
    if (!line) continue
    const kept = off.map(({ coupon }) => keepDiscount(coupon, facts.rules.currency))
    const terms = used.filter(({ id }) => kept.some((one) => one.id === id))
    const row = begin(life, { plan, quantity: item.quantity, discounts: kept }, today)
    life.agreements.push({
      row,
      periods: [
        {
          start: row.periodStart,
          end: row.periodEnd,
          first: 0,
          cycles: 1,
          anchorOn: row.anchorOn,
          anchorNumber: 0,
          paidOn: today,
          isChanged: false,
          lineIds: [line.id],
        },
      ],
    })
    const { id: agreement, planId, unit, quantity, cycle } = row
    const agreed = { planId, unitMinor: unit.minor, quantity, cycle, coupons: terms }
    life.moves.push({ kind: "bought", today, agreement, terms: agreed, line })
  }
}

/** What nothing stands against; a limit that is reached is a refusal that the model has to agree with. */
function chooseCoupons(
  { facts, uses, moves }: AccountLife,
  { other }: AccountAct,
  items: readonly PricedItem[],
  today: Temporal.PlainDate,
): Coupon[] {
  return facts.coupons.flatMap((terms, index) => {
    if ((other >> index) % 2 === 0) return []
    const coupon = couponOf(terms, uses.get(terms.id) ?? 0, facts)
    const bar = findBar(coupon, { today, items: items.map(({ plan }) => plan) })
    if (bar === "coupon_used_up")
      moves.push({ kind: "coupon", id: terms.id, account: ACCOUNT, isGiven: false })
    return bar ? [] : [coupon]
  })
}

/** An order uses each of them once, and only if it took something off. */
function useUp(life: AccountLife, discounted: ReturnType<typeof discountItems>): CouponTerms[] {
  return life.facts.coupons.filter(({ id }) => {
    const isUsed = discounted.some(({ off }) => off.some(({ coupon }) => coupon.id === id))
    if (!isUsed) return false
    life.uses.set(id, (life.uses.get(id) ?? 0) + 1)
    life.moves.push({ kind: "coupon", id, account: ACCOUNT, isGiven: true })
    return true
  })
}

function begin(
  { facts, agreements }: AccountLife,
  of: {
    readonly plan: PricedItem["plan"]
    readonly quantity: number
    readonly discounts: ReturnType<typeof keepDiscount>[]
  },
  today: Temporal.PlainDate,
): RunningSubscription {
  const { plan, quantity, discounts } = of
  const { beginsAt } = facts
  const blank = {
    ...blankAgreement({ beginsAt, cycle: plan.cycle, unit: plan.unit, quantity, discounts }),
    id: `sub_${agreements.length}`,
    planId: plan.planId,
    state: "active" as const,
    anchorOn: today,
    periodNumber: 0,
    periodStart: today,
    periodEnd: today,
    nextRequestOn: null,
  }
  return { ...blank, periodNumber: 1, periodEnd: planStretch(blank, 1).end }
}

/** Only what prices are made of: a cart's other columns play no part in them. */
function itemOf(facts: AccountFacts, { which, other, size }: AccountAct, index: number): PricedItem {
  const planIndex = (which + index + other) % facts.plans.length
  const { currency } = facts.rules
  const item = {
    item: { quantity: 1 + (size % 3), hostname: `server-${index}.example.com` },
    plan: {
      planId: planIdOf(planIndex),
      priceId: `prc_${planIndex}`,
      planName: { en: "VPS", ko: "VPS" },
      unit: money(facts.plans[planIndex] ?? 0n, currency),
      setupFee: money(0n, currency),
      cycle: cycles[(which + size + index) % cycles.length] ?? "monthly",
    },
    chosen: [],
  }
  return item as unknown as PricedItem
}

export function planIdOf(index: number): string {
  return `pln_${index}`
}

function couponOf(
  { id, percent, amountMinor, periods, planIds, mostUses }: AccountFacts["coupons"][number],
  uses: number,
  { rules, beginsAt }: AccountFacts,
): Coupon {
  return {
    tenantId: "tnt_life",
    id,
    code: id.toUpperCase(),
    name: id,
    isOn: true,
    kind: percent === null ? "fixed" : "percent",
    percent,
    arms: [],
    amounts: amountMinor === null ? {} : { [rules.currency]: amountMinor.toString() },
    trialDays: null,
    periods,
    isExclusive: false,
    planIds: [...planIds],
    cycles: [],
    currencies: [],
    countries: [],
    isForNewCustomers: false,
    startsOn: null,
    endsOn: null,
    mostUses,
    mostPerCustomer: null,
    createdAt: beginsAt,
    createdBy: "life",
    uses,
  }
}
