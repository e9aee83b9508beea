import { catalogRefusals } from "./errors.ts"
import type { PlanOption } from "./option.ts"

/** What can't be sold as it is written, said at its field. A draft may be half done; its options may not be nonsense. */
export function refuseOptionSlips(options: readonly PlanOption[]): void {
  for (const [index, option] of options.entries()) {
    const at = (field: string) => ({ field: `options/${index}/${field}` })
    const { id, kind, min, max, step, included, choices } = option
    if (options.findIndex((one) => one.id === id) !== index) {
      catalogRefusals.refuse("catalog.option_taken", { id }, at("id"))
    }
    if (kind === "number") {
      if (max <= min) catalogRefusals.refuse("catalog.option_range", { id }, at("max"))
      if (step < 1 || (max - min) % step !== 0)
        catalogRefusals.refuse("catalog.option_step", { id }, at("step"))
      const isReached = included <= min || (included <= max && (included - min) % step === 0)
      if (!isReached) catalogRefusals.refuse("catalog.option_included", { id }, at("included"))
    }
    if (kind !== "choice") continue
    if (choices.length < 2)
      catalogRefusals.refuse("catalog.option_choices_needed", { id }, at("choices/1/id"))
    const twin = choices.findIndex(
      (one, place) => choices.findIndex((other) => other.id === one.id) !== place,
    )
    if (twin >= 0) catalogRefusals.refuse("catalog.option_taken", { id }, at(`choices/${twin}/id`))
  }
}
