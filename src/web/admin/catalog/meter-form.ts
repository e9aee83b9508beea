import type { Currency } from "#kit/money.ts"
import { type PlanText, readInBoth } from "./range.ts"

export type Meter = PlanText["meters"][number]
type Values = Readonly<Record<string, string>>

export const meterCounts = ["amount", "time"] as const
export const meterModels = ["flat", "graduated", "volume", "package"] as const

/** As many as a form of this page has; those without a price are none. */
export const MOST_ROWS = 8

/** The form of one meter, whose fields are called after its place among all of them. */
export function readMeterForm(values: Values, place: number, currencies: readonly Currency[]): Meter {
  const at = `meters/${place}`
  const read = (name: string) => values[`${at}/${name}`]?.trim() ?? ""
  const orNull = (name: string) => read(name) || null
  return {
    id: read("id"),
    name: readInBoth(values, `${at}/name`),
    unit: readInBoth(values, `${at}/unit`),
    counts: meterCounts.find((one) => one === read("counts")) ?? "amount",
    included: read("included") || "0",
    model: meterModels.find((one) => one === read("model")) ?? "flat",
    packageSize: orNull("packageSize"),
    tiers: Array.from({ length: MOST_ROWS }, (_, row) => `tiers/${row}`).flatMap((row) => {
      const prices = Object.fromEntries(
        currencies.flatMap((currency) => {
          const price = read(`${row}/prices/${currency}`)
          return price ? [[currency, price]] : []
        }),
      )
      return Object.keys(prices).length === 0 ? [] : [{ upTo: orNull(`${row}/upTo`), prices }]
    }),
  }
}
