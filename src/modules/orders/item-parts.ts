import type { PricePart } from "#billing"
import type { ChosenOption, OptionValue, SellablePlan } from "#catalog"
import { type Currency, type Money, money, sum, times } from "#kit/money.ts"

interface Chosen {
  readonly plan: Pick<SellablePlan, "planName" | "unit">
  readonly chosen: readonly ChosenOption[]
}

/** The plan with all that was chosen, for one piece and one cycle, before discounts. */
export function listUnitOf({ plan, chosen }: Chosen): Money {
  const each = chosen.map(({ unit, quantity }) => times(unit, BigInt(quantity)))
  return sum(plan.unit.currency, [plan.unit, ...each])
}

/** The same, part by part, as the agreement keeps it: none where the plan is the whole price. */
export function partsOf({ plan, chosen }: Chosen): PricePart[] {
  if (chosen.length === 0) return []
  const own = { optionId: null, value: null, words: plan.planName, quantity: 1 }
  return [
    { ...own, unitMinor: plan.unit.minor.toString() },
    ...chosen.map(({ id, value, words, quantity, unit }) => ({
      optionId: id,
      value,
      words,
      quantity,
      unitMinor: unit.minor.toString(),
    })),
  ]
}

/** What was chosen with a plan so far, at what it costs there. Its set-up fee is paid. */
export function heldIn(parts: readonly PricePart[], currency: Currency): ChosenOption[] {
  return parts.flatMap(({ optionId, value, words, quantity, unitMinor }) =>
    optionId === null || value === null
      ? []
      : {
          id: optionId,
          value,
          isAddOn: false,
          words,
          quantity,
          unit: money(BigInt(unitMinor), currency),
          setup: money(0n, currency),
        },
  )
}

/** What was chosen with a plan, out of its price. */
export function chosenIn(parts: readonly PricePart[]): {
  readonly id: string
  readonly value: OptionValue
  readonly words: PricePart["words"]
  readonly unitMinor: string
}[] {
  return parts.flatMap(({ optionId, value, words, unitMinor }) =>
    optionId === null || value === null ? [] : [{ id: optionId, value, words, unitMinor }],
  )
}
