import { catalogRefusals } from "./errors.ts"
import {
  type ChosenOption,
  defaultOf,
  isSoldFor,
  type OptionValue,
  type PlanOption,
  priceValue,
  readValue,
  type Term,
} from "./option.ts"

export type SentOptions = Readonly<Record<string, OptionValue>>

/** What was chosen with a plan, at its price; refuses at its field what the plan doesn't offer. */
export function chooseOptions(options: readonly PlanOption[], sent: SentOptions, term: Term): ChosenOption[] {
  const { refuse } = catalogRefusals
  for (const [id, value] of Object.entries(sent)) {
    const option = options.find((one) => one.id === id)
    // A form also sends what was left empty.
    if (!option && value !== "") refuse("catalog.option_unknown", { id }, { field: `options/${id}` })
  }
  return options.flatMap((option) => {
    const value = sent[option.id]
    const isSold = isSoldFor(option, term)
    const wanted = value === undefined || value === "" ? defaultOf(option) : readValue(option, value, term)
    if (wanted === undefined) return refuseValue(option)
    if (!isSold && value !== undefined && wanted !== defaultOf(option)) {
      return refuse("catalog.option_not_for_term", { id: option.id }, { field: `options/${option.id}` })
    }
    return priceValue(option, wanted, term) ?? []
  })
}

function refuseValue(option: PlanOption): never {
  const at = { field: `options/${option.id}` }
  const { id, min, max, step } = option
  if (option.kind === "choice") return catalogRefusals.refuse("catalog.option_choice", { id }, at)
  if (option.kind === "yes_no") return catalogRefusals.refuse("catalog.option_yes_no", { id }, at)
  return catalogRefusals.refuse("catalog.option_number", { id, min, max, step }, at)
}
