import type { z } from "zod"
import { type Currency, type Money, money, times, toWire } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import type { cycles } from "./cycle-contract.ts"
import type { chosenShape, optionResources, optionTextShape, shopOptionShape } from "./option-contract.ts"

/** What a version says about something that can be chosen with the plan. */
export type PlanOption = z.infer<typeof optionTextShape>
export type OptionPrices = PlanOption["prices"]
export type OptionValue = number | string | boolean

/** The sizes of a machine. */
export type Sizes = Readonly<Record<(typeof optionResources)[number], number>>

export interface Term {
  readonly cycle: (typeof cycles)[number]
  readonly currency: Currency
}

/** Something chosen beyond what comes with the plan, at its price for a term. */
export interface ChosenOption {
  readonly id: string
  readonly value: OptionValue
  readonly isAddOn: boolean
  readonly words: Say
  /** Paid units. */
  readonly quantity: number
  readonly unit: Money
  readonly setup: Money
}

/** Whether it can be chosen for a term at all: there is something to choose that has a price. */
export function isSoldFor(option: PlanOption, term: Term): boolean {
  if (option.kind !== "choice") return findPrice(option.prices, term) !== undefined
  return option.choices.slice(1).some(({ prices }) => findPrice(prices, term) !== undefined)
}

/** What comes without choosing: at least as many as there must be, the first choice, no. */
export function defaultOf(option: PlanOption): OptionValue {
  if (option.kind === "yes_no") return false
  if (option.kind === "choice") return option.choices[0]?.id ?? ""
  return Math.max(option.min, option.included)
}

/** What was sent, as JSON or as a form sends it; undefined: it isn't among what can be chosen. */
export function readValue(option: PlanOption, sent: OptionValue, term: Term): OptionValue | undefined {
  if (option.kind === "yes_no") return readYesNo(sent)
  if (option.kind === "choice") {
    const index = option.choices.findIndex(({ id }) => id === sent)
    const choice = option.choices[index]
    return index === 0 || (choice && findPrice(choice.prices, term)) ? choice?.id : undefined
  }
  const number = typeof sent === "string" && /^\d{1,9}$/.test(sent) ? Number(sent) : sent
  if (typeof number !== "number" || !Number.isSafeInteger(number)) return undefined
  const isWithin = number >= option.min && number <= option.max
  return isWithin && (number - option.min) % option.step === 0 ? number : undefined
}

function readYesNo(sent: OptionValue): boolean | undefined {
  if (typeof sent === "boolean") return sent
  if (sent === "yes") return true
  return sent === "no" || sent === "" ? false : undefined
}

/** What a value costs for a term; undefined where it is no more than what comes with the plan. */
export function priceValue(option: PlanOption, value: OptionValue, term: Term): ChosenOption | undefined {
  const quantity = paidUnits(option, value)
  const prices =
    option.kind === "choice" ? option.choices.find(({ id }) => id === value)?.prices : option.prices
  const price = findPrice(prices ?? {}, term)
  if (quantity === 0 || !price) return undefined
  return {
    id: option.id,
    value,
    isAddOn: option.isAddOn,
    words: wordsOf(option, value),
    quantity,
    unit: price.unit,
    setup: price.setup,
  }
}

/** The machine of a plan with what was chosen for it. */
export function resourcesWith(
  resources: Sizes,
  options: readonly PlanOption[],
  chosen: readonly { readonly id: string; readonly value: OptionValue }[],
): Sizes {
  const all = { ...resources }
  for (const { id, value } of chosen) {
    const option = options.find((one) => one.id === id)
    if (option?.resource) all[option.resource] += paidUnits(option, value) * eachAdds(option, value)
  }
  return all
}

function paidUnits(option: PlanOption, value: OptionValue): number {
  if (option.kind === "number") return Math.max(0, Number(value) - option.included)
  if (option.kind === "yes_no") return value === true ? 1 : 0
  return option.choices.findIndex(({ id }) => id === value) > 0 ? 1 : 0
}

function eachAdds(option: PlanOption, value: OptionValue): number {
  if (option.kind !== "choice") return option.adds
  return option.choices.find(({ id }) => id === value)?.adds ?? 0
}

function wordsOf(option: PlanOption, value: OptionValue): Say {
  const say = (language: keyof Say) => {
    const name = option.name[language]
    if (option.kind === "yes_no") return name
    const choice = option.choices.find(({ id }) => id === value)
    if (option.kind === "choice") return `${name}: ${choice?.name[language] ?? value}`
    // "4 GB", "4GB": as each language writes a unit.
    return `${name} ${[String(value), option.unit[language]].join(language === "ko" ? "" : " ").trim()}`
  }
  return { en: say("en"), ko: say("ko") }
}

export function findPrice(
  prices: OptionPrices,
  { cycle, currency }: Term,
): { readonly unit: Money; readonly setup: Money } | undefined {
  const found = prices[currency]?.[cycle]
  if (!found) return undefined
  return { unit: money(BigInt(found.amount), currency), setup: money(BigInt(found.setupFee), currency) }
}

/** For the shop window: one currency, and nothing that is the house's own affair. */
export function describeOption(option: PlanOption, currency: Currency): z.infer<typeof shopOptionShape> {
  const { resource: _resource, adds: _adds, prices, choices, ...rest } = option
  return {
    ...rest,
    prices: describePrices(prices, currency),
    choices: choices.map((choice) => ({
      id: choice.id,
      name: choice.name,
      prices: describePrices(choice.prices, currency),
    })),
  }
}

function describePrices(prices: OptionPrices, currency: Currency) {
  return Object.entries(prices[currency] ?? {}).map(([cycle, { amount, setupFee }]) => ({
    cycle: cycle as Term["cycle"],
    amount: { minor: amount, currency },
    setupFee: { minor: setupFee, currency },
  }))
}

export function describeChosen(one: ChosenOption): z.infer<typeof chosenShape> {
  const { id, value, isAddOn, words, quantity, unit, setup } = one
  return {
    id,
    value,
    isAddOn,
    words,
    quantity,
    unit: toWire(unit),
    amount: toWire(times(unit, BigInt(quantity))),
    setupFee: toWire(setup),
  }
}
