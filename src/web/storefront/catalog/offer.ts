import type { z } from "zod"
import {
  cycleLengths,
  type planShape,
  prepaidCycles,
  type priceShape,
  type productShape,
} from "#catalog/contract"
import type { Currency } from "#kit/money.ts"
import type { Shop } from "../../api-context.ts"
import { type Saving, savingOver } from "../../ui/saving.ts"

export type Product = z.output<typeof productShape>
export type Plan = z.output<typeof planShape>
export type PlanOption = Plan["options"][number]
export type Price = z.output<typeof priceShape>
export type Cycle = (typeof prepaidCycles)[number]

/** Shortest first, as the switch shows them: what can be ordered. */
export const cycleOrder: readonly Cycle[] = prepaidCycles

/** What the address asks for, kept to what there is. */
export interface Choice {
  readonly cycle: Cycle
  readonly currency: Currency
}

export function readChoice(request: Request, shop: Shop): Choice {
  const search = new URL(request.url).searchParams
  return {
    cycle: cycleOrder.find((cycle) => cycle === search.get("cycle")) ?? "monthly",
    currency: shop.currencies.find((code) => code === search.get("currency")) ?? shop.defaultCurrency,
  }
}

export function choiceQuery(choice: Choice): string {
  return `?${new URLSearchParams({ cycle: choice.cycle, currency: choice.currency })}`
}

export function priceFor(plan: Plan, cycle: Cycle): Price | undefined {
  return plan.prices.find((price) => price.cycle === cycle)
}

/** Terms that at least one of the plans is sold for. */
export function cyclesOf(plans: readonly Plan[]): Cycle[] {
  return cycleOrder.filter((cycle) => plans.some((plan) => priceFor(plan, cycle)))
}

function monthsIn(cycle: Cycle): number {
  const length = cycleLengths[cycle]
  return length?.unit === "months" ? length.count : 0
}

/** By how much a longer term is cheaper than its months one by one; nothing below one hundredth. */
export function savingOf(plan: Plan, cycle: Cycle): Saving | undefined {
  const [whole, month] = [priceFor(plan, cycle), priceFor(plan, "monthly")]
  return worthSaying({ whole: whole?.amount.minor, month: month?.amount.minor, cycle })
}

export function worthSaying({
  cycle,
  ...prices
}: {
  readonly whole: string | undefined
  readonly month: string | undefined
  readonly cycle: Cycle
}): Saving | undefined {
  const saving = savingOver({ ...prices, months: monthsIn(cycle) })
  return saving && saving.percent >= 1 ? saving : undefined
}

/** The cheapest price of a term, for "from"; sold-out plans promise nothing. */
export function lowestPrice(plans: readonly Plan[], cycle: Cycle): Price | undefined {
  const prices = plans.filter((plan) => !plan.soldOut).flatMap((plan) => priceFor(plan, cycle) ?? [])
  return prices.toSorted((first, second) =>
    Number(BigInt(first.amount.minor) - BigInt(second.amount.minor)),
  )[0]
}
