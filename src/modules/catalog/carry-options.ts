import type { Say } from "#kit/refusal.ts"
import {
  type ChosenOption,
  isSoldFor,
  type OptionValue,
  type PlanOption,
  priceValue,
  readValue,
  type Term,
} from "./option.ts"

/** What somebody has chosen with the plan they have. */
export interface HeldOption {
  readonly id: string
  readonly value: OptionValue
  readonly words: Say
}

export interface CarriedOptions {
  /** Goes along, at the other plan's price. */
  readonly kept: readonly ChosenOption[]
  /** The other plan has no such thing, or not for this term. */
  readonly lost: readonly HeldOption[]
}

/** What of it goes along to another plan: the option of the same name, if it can have the same value there. */
export function carryOptions(
  held: readonly HeldOption[],
  options: readonly PlanOption[],
  term: Term,
): CarriedOptions {
  const kept: ChosenOption[] = []
  const lost: HeldOption[] = []
  for (const one of held) {
    const option = options.find(({ id }) => id === one.id)
    const value = option && isSoldFor(option, term) ? readValue(option, one.value, term) : undefined
    if (!option || value === undefined) lost.push(one)
    else {
      // Nothing to pay: the other plan comes with as much.
      const chosen = priceValue(option, value, term)
      if (chosen) kept.push(chosen)
    }
  }
  return { kept, lost }
}
