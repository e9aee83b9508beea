import type { Currency } from "#kit/money.ts"
import { type Plan, type PlanText, readCount, readInBoth, readPrices } from "./range.ts"

export type PlanOption = PlanText["options"][number]
type Values = Readonly<Record<string, string>>

export const optionKinds = ["number", "choice", "yes_no"] as const
export const optionResources = ["memoryMb", "cpuCores", "storageGb", "trafficGb", "ipv4"] as const

/** What is being worked on, or what is on sale where nobody is at a draft. */
export function findPlanText(plan: Plan): PlanText | undefined {
  return plan.draft?.text ?? plan.versions.find(({ isCurrent }) => isCurrent)?.text
}

export function planTextOf(plan: Plan): PlanText {
  const text = findPlanText(plan)
  if (!text) throw new Error(`Plan ${plan.id} has neither a draft nor a version.`)
  return text
}

/** The option stands one place earlier. */
export function moveUp(options: readonly PlanOption[], id: string | undefined): PlanOption[] {
  const index = options.findIndex((option) => option.id === id)
  const moved = options[index]
  if (!moved || index === 0) return [...options]
  const others = options.filter((option) => option !== moved)
  return others.toSpliced(index - 1, 0, moved)
}

/** The form of one option, whose fields are called after its place among all of them. */
export function readOptionForm(values: Values, index: number, currencies: readonly Currency[]): PlanOption {
  const at = `options/${index}`
  const read = (name: string) => values[`${at}/${name}`]?.trim() ?? ""
  const number = (name: string, otherwise: number) => (read(name) === "" ? otherwise : readCount(read(name)))
  const kind = optionKinds.find((one) => one === read("kind")) ?? "number"
  return {
    id: read("id"),
    kind,
    isAddOn: read("isAddOn") === "yes",
    name: readInBoth(values, `${at}/name`),
    help: readInBoth(values, `${at}/help`),
    unit: readInBoth(values, `${at}/unit`),
    min: number("min", 0),
    max: number("max", 1),
    step: number("step", 1),
    included: number("included", 0),
    resource: optionResources.find((one) => one === read("resource")) ?? null,
    adds: number("adds", 0),
    prices: kind === "choice" ? {} : readPrices(values, currencies, `${at}/prices`),
    choices: kind === "choice" ? readChoices(values, at, currencies) : [],
  }
}

/** As many as a form of this page can have; those without any word are none. */
const MOST_CHOICES = 20

function readChoices(values: Values, at: string, currencies: readonly Currency[]): PlanOption["choices"] {
  return Array.from({ length: MOST_CHOICES }, (_, place) => place).flatMap((place) => {
    const own = `${at}/choices/${place}`
    const id = values[`${own}/id`]?.trim() ?? ""
    const name = readInBoth(values, `${own}/name`)
    if (id === "" && name.en.trim() === "" && name.ko.trim() === "") return []
    const adds = values[`${own}/adds`]?.trim() ? readCount(values[`${own}/adds`]) : 0
    // The first comes with the plan.
    return [{ id, name, adds, prices: place === 0 ? {} : readPrices(values, currencies, `${own}/prices`) }]
  })
}
