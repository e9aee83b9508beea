import { chooseOptions, type SentOptions } from "./choose-options.ts"
import type { ChosenOption, PlanOption, Term } from "./option.ts"

export interface RechosenOptions {
  readonly chosen: readonly ChosenOption[]
  /** What is no longer there, or is something else now. */
  readonly dropped: readonly ChosenOption[]
}

/**
 * What goes on with a plan that somebody has, after other choices. What isn't named stays as it is, at the price it
 * has; what is new costs what the plan's own version says, and its set-up fee once.
 */
export function rechooseOptions(
  options: readonly PlanOption[],
  held: readonly ChosenOption[],
  sent: SentOptions,
  term: Term,
): RechosenOptions {
  const heldById = new Map(held.map((one) => [one.id, one]))
  // What was paid once is done: it can't be had back, nor bought anew.
  const isDone = ({ id }: { readonly id: string }) => heldById.get(id)?.unit.minor === 0n
  const open = options.filter((option) => !isDone(option))
  const wished = Object.fromEntries(Object.entries(sent).filter(([id]) => !isDone({ id })))
  const named = new Set(chosenNames(wished))
  const asked = chooseOptions(open, wished, term)
  const chosen = held.flatMap((one) => {
    if (!named.has(one.id)) return one
    const other = asked.find(({ id }) => id === one.id)
    if (!other) return []
    return other.value === one.value ? one : { ...other, setup: { ...other.setup, minor: 0n } }
  })
  const fresh = asked.filter(({ id }) => !heldById.has(id))
  const stays = new Map(chosen.map((one) => [one.id, one.value]))
  return { chosen: [...chosen, ...fresh], dropped: held.filter(({ id, value }) => stays.get(id) !== value) }
}

/** A form also sends what was left empty. */
function chosenNames(sent: SentOptions): string[] {
  return Object.entries(sent).flatMap(([id, value]) => (value === "" ? [] : [id]))
}
