import { currencyCodes } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import { cycles } from "./cycle-contract.ts"
import type { OptionPrices, PlanOption } from "./option.ts"
import type { FieldChange, PriceText } from "./version-text.ts"

/** A price with whose it is: an option's, or one of its choices'. */
export interface OwnedPrice extends PriceText {
  readonly owner: string
  readonly of: Say | null
}

/** What else an option, or its place, would be: all but its prices. */
export function optionFieldChanges(
  before: readonly PlanOption[],
  after: readonly PlanOption[],
): FieldChange[] {
  const [old, next] = [fieldsOf(before), fieldsOf(after)]
  const keys = [...new Set([...old.keys(), ...next.keys()])]
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), next.get(key)]
    const named = is ?? was
    if (!named || was?.text === is?.text) return []
    // What comes or goes as a whole is one line: its parts are told by its page.
    const whole = key.split(" ").slice(0, -1).join(" ")
    const isWhole = key.endsWith(" option")
    if (isWhole && was && is) return []
    if (!isWhole && old.has(`${whole} option`) !== next.has(`${whole} option`)) return []
    return [{ field: named.field, of: named.of, before: was?.text ?? "", after: is?.text ?? "" }]
  })
}

interface Field {
  readonly field: string
  readonly of: Say
  readonly text: string
}

/** By option (and choice) and name of the field. */
function fieldsOf(options: readonly PlanOption[]): Map<string, Field> {
  const entries = options.flatMap((option, index) => {
    const { id, name, prices: _prices, choices, help, unit, ...rest } = option
    const told = { ...sayBoth("name", name), ...sayBoth("help", help), ...sayBoth("unit", unit), ...rest }
    return [
      ...tell(id, name, { option: name.en, position: index + 1, ...told }),
      ...choices.flatMap((choice, place) =>
        tell(`${id}/${choice.id}`, choice.name, {
          option: choice.name.en,
          position: place + 1,
          ...sayBoth("name", choice.name),
          adds: choice.adds,
        }),
      ),
    ]
  })
  return new Map(entries)
}

function sayBoth(field: string, { en, ko }: Say): Record<string, string> {
  return { [`${field}.en`]: en, [`${field}.ko`]: ko }
}

function tell(
  owner: string,
  of: Say,
  fields: Readonly<Record<string, string | number | boolean | null>>,
): [string, Field][] {
  return Object.entries(fields).map(([field, value]) => [
    `${owner} ${field}`,
    { field: `option.${field}`, of, text: String(value ?? "") },
  ])
}

/** All that options cost, one by one. */
export function listOptionPrices(options: readonly PlanOption[]): OwnedPrice[] {
  return options.flatMap((option) => [
    ...ownedBy(option.id, option.name, option.prices),
    ...option.choices.flatMap((choice) => ownedBy(`${option.id}/${choice.id}`, choice.name, choice.prices)),
  ])
}

function ownedBy(owner: string, of: Say, prices: OptionPrices): OwnedPrice[] {
  return currencyCodes.flatMap((currency) =>
    cycles.flatMap((cycle) => {
      const price = prices[currency]?.[cycle]
      if (!price) return []
      const { amount, setupFee } = price
      return [{ owner, of, currency, cycle, amountMinor: BigInt(amount), setupMinor: BigInt(setupFee) }]
    }),
  )
}
