import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { eachAgreement } from "./each-agreement.ts"
import type { PlannedAgreement } from "./list-planned.ts"
import type { ChangeGround, ChangeWish } from "./load-wish.ts"
import { type Direction, directions, type Repricing, risePercent } from "./plan-repricing.ts"

export interface CountedChange {
  readonly subscriptions: number
  readonly differenceMinor: bigint
}

export interface ChangeSum extends Readonly<Record<Direction, CountedChange>> {
  readonly currency: Currency
  readonly subscriptions: number
  readonly accounts: number
  readonly beforeMinor: bigint
  readonly afterMinor: bigint
  readonly mustConsent: number
  readonly mustBeTold: number
  readonly notPossible: number
  readonly largestPercent: number
  readonly firstToldOn: Temporal.PlainDate | null
  readonly firstOn: Temporal.PlainDate | null
  readonly lastOn: Temporal.PlainDate | null
}

/** Everybody whom the wish is about, per currency. */
export async function sumChange(
  ctx: Context,
  reach: Reach,
  of: { readonly wish: ChangeWish; readonly ground: ChangeGround },
): Promise<ChangeSum[]> {
  const sums = new Map<Currency, ChangeSum>()
  const accounts = new Map<Currency, Set<string>>()
  for await (const item of eachAgreement(ctx, reach, of)) {
    const { currency } = item.one.unit
    const sum = sums.get(currency) ?? nothing(currency)
    const known = accounts.get(currency) ?? new Set()
    if (!("hindrance" in item.plan)) known.add(item.one.accountId)
    accounts.set(currency, known)
    sums.set(currency, { ...withOne(sum, item.plan), accounts: known.size })
  }
  return [...sums.values()].toSorted((one, other) => one.currency.localeCompare(other.currency))
}

function withOne(sum: ChangeSum, plan: PlannedAgreement["plan"]): ChangeSum {
  if ("hindrance" in plan) return { ...sum, notPossible: sum.notPossible + 1 }
  const { direction, need } = plan
  return {
    ...sum,
    subscriptions: sum.subscriptions + 1,
    beforeMinor: sum.beforeMinor + plan.before.minor,
    afterMinor: sum.afterMinor + plan.after.minor,
    [direction]: withDifference(sum[direction], plan),
    mustConsent: sum.mustConsent + (need === "consent" ? 1 : 0),
    mustBeTold: sum.mustBeTold + (need === "notice" ? 1 : 0),
    largestPercent: Math.max(sum.largestPercent, risePercent(plan)),
    ...(direction === "same" ? {} : withDays(sum, plan)),
  }
}

/** Nobody is told, and nothing begins, where a price stays. */
function withDays(sum: ChangeSum, { tellOn, firstOn }: Repricing): Partial<ChangeSum> {
  return {
    firstToldOn: earlier(sum.firstToldOn, tellOn),
    firstOn: earlier(sum.firstOn, firstOn),
    lastOn: earlier(firstOn, sum.lastOn) === firstOn ? (sum.lastOn ?? firstOn) : firstOn,
  }
}

function withDifference(before: CountedChange, { difference }: Repricing): CountedChange {
  return {
    subscriptions: before.subscriptions + 1,
    differenceMinor: before.differenceMinor + difference.minor,
  }
}

function earlier(
  known: Temporal.PlainDate | null,
  day: Temporal.PlainDate | null,
): Temporal.PlainDate | null {
  if (!known || !day) return known ?? day
  return Temporal.PlainDate.compare(known, day) <= 0 ? known : day
}

function nothing(currency: Currency): ChangeSum {
  const counted = Object.fromEntries(
    directions.map((direction) => [direction, { subscriptions: 0, differenceMinor: 0n }]),
  ) as Record<Direction, CountedChange>
  return {
    currency,
    subscriptions: 0,
    accounts: 0,
    beforeMinor: 0n,
    afterMinor: 0n,
    ...counted,
    mustConsent: 0,
    mustBeTold: 0,
    notPossible: 0,
    largestPercent: 0,
    firstToldOn: null,
    firstOn: null,
    lastOn: null,
  }
}
