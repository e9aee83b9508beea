import { compareFractions, fraction, parseDecimal } from "#kit/fraction.ts"
import type { Currency } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import type { meterCounts, usageModels } from "./meter-contract.ts"

/** What is charged by use, beside what is paid ahead. */
export interface PlanMeter {
  readonly id: string
  readonly name: Say
  readonly unit: Say
  readonly counts: (typeof meterCounts)[number]
  readonly included: string
  readonly model: (typeof usageModels)[number]
  readonly packageSize: string | null
  readonly tiers: readonly MeterTier[]
}

export interface MeterTier {
  readonly upTo: string | null
  readonly prices: Readonly<Partial<Record<Currency, string>>>
}

/** A meter with what it costs in one currency. */
export type PricedMeter = Omit<PlanMeter, "tiers"> & {
  readonly tiers: readonly { readonly upTo: string | null; readonly price: string }[]
}

/** In a currency without prices it is not charged, so it isn't there. */
export function priceMeters(meters: readonly PlanMeter[], currency: Currency): PricedMeter[] {
  return meters.flatMap((meter) => {
    const tiers = meter.tiers.flatMap(({ upTo, prices }) => {
      const price = prices[currency]
      return price === undefined ? [] : [{ upTo, price }]
    })
    return tiers.length === meter.tiers.length ? [{ ...meter, tiers }] : []
  })
}

/** Whether each tier ends above the one before, and the last, and only the last, has no end. */
export function areTiersRising(tiers: readonly MeterTier[]): boolean {
  let below = fraction(0n)
  return tiers.every(({ upTo }, index) => {
    if (upTo === null || index === tiers.length - 1) return upTo === null && index === tiers.length - 1
    const isAbove = compareFractions(parseDecimal(upTo), below) > 0
    below = parseDecimal(upTo)
    return isAbove
  })
}

/** On one line, for histories. */
export function tellMeter({ unit, counts, included, model, packageSize, tiers }: PlanMeter): string {
  const told = tiers.map(({ upTo, prices }) => {
    const each = Object.entries(prices).map(([currency, price]) => `${currency} ${price}`)
    return `${upTo === null ? "" : `≤ ${upTo}: `}${each.join(" / ")}`
  })
  const size = packageSize === null ? "" : ` ${packageSize}`
  return `${unit.en}, ${counts}, ${included}, ${model}${size}: ${told.join("; ")}`
}
