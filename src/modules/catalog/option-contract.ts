import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { cycles } from "./cycle-contract.ts"

/** How many of something, one of several, or whether at all. */
export const optionKinds = ["number", "choice", "yes_no"] as const

/** What a machine can be given more of. */
export const optionResources = ["cpuCores", "memoryMb", "storageGb", "trafficGb", "ipv4"] as const

/** More on one page is a catalogue of its own. */
export const MOST_OPTIONS = 30
const MOST_CHOICES = 20

const words = z.object({ en: z.string(), ko: z.string() })
const named = z.object({ en: z.string().trim().min(1).max(60), ko: z.string().trim().min(1).max(60) })
const maybe = (most: number) => {
  const line = z.string().trim().max(most).default("")
  return z.object({ en: line, ko: line }).prefault({})
}
export const optionId = z
  .string()
  .trim()
  .max(40)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "address part")
const count = z.number().int().min(0).max(1_000_000)
const minor = z.string().regex(/^\d{1,15}$/, "amount")

/** By currency and cycle, in minor units: `{"KRW":{"monthly":{"amount":"11000","setupFee":"0"}}}`. */
export const pricesInput = z.partialRecord(
  z.enum(currencyCodes),
  z.partialRecord(z.enum(cycles), z.object({ amount: minor, setupFee: minor.default("0") })),
)
export const pricesShape = z.partialRecord(
  z.enum(currencyCodes),
  z.partialRecord(z.enum(cycles), z.object({ amount: z.string(), setupFee: z.string() })),
)

/** Says whether it can be chosen at all: where a term has no price, it isn't offered for it. */
export const optionInput = z.object({
  /** The same in another plan is the same option: then it goes along when somebody changes to that plan. */
  id: optionId,
  kind: z.enum(optionKinds),
  /** Sold beside the plan rather than as a part of it. One that is paid once costs a set-up fee and nothing else. */
  isAddOn: z.boolean().default(false),
  name: named,
  help: maybe(200),
  /** What is counted: "GB". */
  unit: maybe(20),
  min: count.default(0),
  max: count.default(1),
  step: count.default(1),
  /** So many come with the plan; what goes beyond is paid for. */
  included: count.default(0),
  /** What the machine gets, and how much of it for each paid unit, or where it is chosen at all. */
  resource: z.enum(optionResources).nullable().default(null),
  adds: count.default(0),
  /** For one unit and cycle; the set-up fee once, however many there are. A choice has its own prices. */
  prices: pricesInput.default({}),
  /** The first comes with the plan and costs nothing. */
  choices: z
    .array(z.object({ id: optionId, name: named, adds: count.default(0), prices: pricesInput.default({}) }))
    .max(MOST_CHOICES)
    .default([]),
})
export const optionsInput = z.array(optionInput).max(MOST_OPTIONS)

export const optionTextShape = z.object({
  id: z.string(),
  kind: z.enum(optionKinds),
  isAddOn: z.boolean(),
  name: words,
  help: words,
  unit: words,
  min: z.number().int(),
  max: z.number().int(),
  step: z.number().int(),
  included: z.number().int(),
  resource: z.enum(optionResources).nullable(),
  adds: z.number().int(),
  prices: pricesShape,
  choices: z.array(z.object({ id: z.string(), name: words, adds: z.number().int(), prices: pricesShape })),
})

const termPrice = z.object({ cycle: z.enum(cycles), amount: moneyShape, setupFee: moneyShape })

/** As the shop window shows it, in one currency. */
export const shopOptionShape = optionTextShape
  .pick({
    id: true,
    kind: true,
    isAddOn: true,
    name: true,
    help: true,
    unit: true,
    min: true,
    max: true,
    step: true,
    included: true,
  })
  .extend({
    /** For one unit; terms that aren't named aren't offered. */
    prices: z.array(termPrice),
    choices: z.array(z.object({ id: z.string(), name: words, prices: z.array(termPrice) })),
  })

/** What is chosen, by option: a number, one of the choices, or yes or no. What isn't named stays as it comes with the plan. */
export const chosenInput = z.record(optionId, z.union([z.number(), z.boolean(), z.string().max(60)]))

/** One thing that was chosen and what it costs. */
export const chosenShape = z.object({
  id: z.string(),
  value: z.union([z.number(), z.boolean(), z.string()]),
  isAddOn: z.boolean(),
  /** "Extra memory 4 GB". */
  words,
  /** Paid units. */
  quantity: z.number().int(),
  unit: moneyShape,
  /** Of all units, for one cycle. */
  amount: moneyShape,
  setupFee: moneyShape,
})
