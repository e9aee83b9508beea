import { expect, test } from "vitest"
import { carryOptions } from "./carry-options.ts"
import { chooseOptions } from "./choose-options.ts"
import type { PlanOption } from "./option.ts"
import { resourcesWith } from "./option.ts"
import { type PlanText, planChanges } from "./plan-changes.ts"
import { refuseOptionSlips } from "./refuse-option-slips.ts"

const term = { cycle: "monthly", currency: "KRW" } as const
const resources = { cpuCores: 1, memoryMb: 2_048, storageGb: 40, trafficGb: 2_000, ipv4: 1 }
const both = (text: string) => ({ en: text, ko: text })
const monthly = (amount: string, setupFee = "0") => ({ KRW: { monthly: { amount, setupFee } } })

const blank: PlanOption = {
  id: "memory",
  kind: "number",
  isAddOn: false,
  name: both("Memory"),
  help: both(""),
  unit: both("GB"),
  min: 2,
  max: 10,
  step: 2,
  included: 4,
  resource: "memoryMb",
  adds: 1_024,
  prices: monthly("3300", "1000"),
  choices: [],
}
const backups: PlanOption = {
  ...blank,
  id: "backups",
  kind: "choice",
  name: both("Backups"),
  resource: "storageGb",
  prices: {},
  choices: [
    { id: "none", name: both("None"), adds: 0, prices: {} },
    { id: "daily", name: both("Daily"), adds: 20, prices: monthly("4400") },
    {
      id: "hourly",
      name: both("Hourly"),
      adds: 50,
      prices: { USD: { monthly: { amount: "900", setupFee: "0" } } },
    },
  ],
}
const moving: PlanOption = {
  ...blank,
  id: "moving-in",
  kind: "yes_no",
  isAddOn: true,
  name: both("Moving in"),
  resource: null,
  prices: monthly("0", "33000"),
}
const options = [blank, backups, moving]
const costs = (sent: Parameters<typeof chooseOptions>[1]) =>
  chooseOptions(options, sent, term).map(({ id, quantity, unit, setup }) => [
    id,
    quantity,
    unit.minor,
    setup.minor,
  ])

test("what is included costs nothing, what goes beyond it costs by the unit, and its set-up once", () => {
  expect(costs({})).toEqual([])
  expect(costs({ memory: 4 })).toEqual([])
  expect(costs({ memory: 2 })).toEqual([])
  expect(costs({ memory: 10 })).toEqual([["memory", 6, 3_300n, 1_000n]])
})

test("of several choices the first comes with the plan; one that is paid once costs nothing later", () => {
  expect(costs({ backups: "none", "moving-in": false })).toEqual([])
  expect(costs({ backups: "daily", "moving-in": true })).toEqual([
    ["backups", 1, 4_400n, 0n],
    ["moving-in", 1, 0n, 33_000n],
  ])
})

test("a form's words are read like JSON's values", () => {
  expect(costs({ memory: "6", "moving-in": "yes", backups: "" })).toEqual([
    ["memory", 2, 3_300n, 1_000n],
    ["moving-in", 1, 0n, 33_000n],
  ])
})

test.each([
  ["too many", { memory: 12 }, "catalog.option_number", "options/memory"],
  ["too few", { memory: 0 }, "catalog.option_number", "options/memory"],
  ["below nothing", { memory: -2 }, "catalog.option_number", "options/memory"],
  ["between the steps", { memory: 5 }, "catalog.option_number", "options/memory"],
  ["a part of one", { memory: 4.000_000_000_1 }, "catalog.option_number", "options/memory"],
  ["beyond all numbers", { memory: 1e308 }, "catalog.option_number", "options/memory"],
  ["no number", { memory: "4e0" }, "catalog.option_number", "options/memory"],
  ["unknown choice", { backups: "never" }, "catalog.option_choice", "options/backups"],
  [
    "choice without a price in this currency",
    { backups: "hourly" },
    "catalog.option_choice",
    "options/backups",
  ],
  ["neither yes nor no", { "moving-in": "perhaps" }, "catalog.option_yes_no", "options/moving-in"],
  ["unknown option", { discount: "yes" }, "catalog.option_unknown", "options/discount"],
])("%s is refused at its field", (_, sent, code, field) => {
  expect(() => costs(sent as never)).toThrow(expect.objectContaining({ code, detail: { field } }))
})

test("a term without a price doesn't offer the option, and what comes with the plan is still there", () => {
  const annual = { cycle: "annual", currency: "KRW" } as const
  expect(chooseOptions(options, { memory: 4 }, annual)).toEqual([])
  expect(() => chooseOptions(options, { memory: 6 }, annual)).toThrow("catalog.option_not_for_term")
})

test("the machine gets what is paid for, and no less than the plan's own", () => {
  const chosen = [
    { id: "memory", value: 10 },
    { id: "backups", value: "daily" },
    { id: "gone", value: 3 },
  ]
  expect(resourcesWith(resources, options, chosen)).toEqual({ ...resources, memoryMb: 8_192, storageGb: 60 })
  expect(resourcesWith(resources, options, [{ id: "memory", value: 2 }])).toEqual(resources)
})

test("to another plan goes what that one offers too, at its price; the rest is named", () => {
  const held = [
    { id: "memory", value: 10, words: { en: "Memory 10 GB", ko: "Memory 10GB" } },
    { id: "backups", value: "daily", words: both("Backups: Daily") },
  ]
  const other = [{ ...blank, max: 20, included: 6, prices: monthly("3000") }]
  const { kept, lost } = carryOptions(held, other, term)
  expect(kept.map(({ id, quantity, unit }) => [id, quantity, unit.minor])).toEqual([["memory", 4, 3_000n]])
  expect(lost.map(({ id }) => id)).toEqual(["backups"])
  // It comes with as many itself: nothing is lost, and nothing is to be paid.
  expect(carryOptions(held.slice(0, 1), [{ ...blank, max: 20, included: 10 }], term)).toEqual({
    kept: [],
    lost: [],
  })
  expect(carryOptions(held.slice(0, 1), [{ ...blank, max: 8 }], term).lost).toHaveLength(1)
})

test("a draft's nonsense is refused at its field", () => {
  const slip = (option: Partial<PlanOption>) => () => refuseOptionSlips([{ ...blank, ...option }])
  expect(() => refuseOptionSlips(options)).not.toThrow()
  expect(slip({ max: 2 })).toThrow("catalog.option_range")
  expect(slip({ step: 3 })).toThrow("catalog.option_step")
  expect(slip({ step: 0 })).toThrow("catalog.option_step")
  expect(slip({ included: 5 })).toThrow("catalog.option_included")
  expect(slip({ included: 12 })).toThrow("catalog.option_included")
  expect(slip({ kind: "choice" })).toThrow("catalog.option_choices_needed")
  expect(() => refuseOptionSlips([blank, blank])).toThrow("catalog.option_taken")
})

test("the history tells an option's change by its name, and counts its prices among those that jump", () => {
  const plan = (own: PlanOption[]): PlanText => ({
    name: both("Start"),
    resources,
    packageId: 7,
    prices: [],
    options: own,
    trial: null,
    meters: [],
  })
  const dearer = { ...blank, max: 20, prices: monthly("33000", "1000") }
  const changes = planChanges(plan([blank]), plan([dearer]))
  expect(changes.fields).toEqual([{ field: "option.max", of: both("Memory"), before: "10", after: "20" }])
  expect(changes.prices).toMatchObject([{ of: both("Memory"), part: "amount", percent: 900 }])
  expect(changes.largestPercent).toBe(900)
  const gone = planChanges(plan([blank, moving]), plan([moving]))
  expect(gone.fields.map(({ field, before, after }) => [field, before, after])).toEqual([
    ["option.option", "Memory", ""],
    ["option.position", "2", "1"],
  ])
})
