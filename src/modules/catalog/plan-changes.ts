import type { Currency } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import { tellMeter } from "./meter.ts"
import { listOptionPrices, type OwnedPrice, optionFieldChanges } from "./option-changes.ts"
import type { FieldChange, PlanText, PriceText } from "./version-text.ts"

export type { FieldChange, PlanText, PriceText }

export interface PriceChange {
  readonly cycle: PriceText["cycle"]
  readonly currency: Currency
  readonly part: "amount" | "setup"
  /** The option or choice it is the price of; null: the plan's own. */
  readonly of: Say | null
  /** Null where there was no such price, or will be none. */
  readonly beforeMinor: bigint | null
  readonly afterMinor: bigint | null
  /** In hundredths of what it was, away from zero: 11,000 to 110,000 is 900. Null where there is nothing to compare. */
  readonly percent: number | null
}

export interface PlanChanges {
  readonly fields: readonly FieldChange[]
  readonly prices: readonly PriceChange[]
  /** The largest change of a price in either direction; 0 where none changes. */
  readonly largestPercent: number
}

/** What would be another for whoever buys from now on. */
export function planChanges(before: PlanText, after: PlanText): PlanChanges {
  const fields = [
    changeOf("name.en", before.name.en, after.name.en),
    changeOf("name.ko", before.name.ko, after.name.ko),
    ...resourceNames.map((name) =>
      changeOf(`resources.${name}`, String(before.resources[name]), String(after.resources[name])),
    ),
    changeOf("packageId", String(before.packageId), String(after.packageId)),
    ...trialChanges(before.trial, after.trial),
  ].filter(({ before: old, after: next }) => old !== next)
  const prices = priceChanges(allPrices(before), allPrices(after))
  const sizes = prices.map(({ percent }) => Math.abs(percent ?? 0))
  const optionFields = optionFieldChanges(before.options, after.options)
  return {
    fields: [...fields, ...optionFields, ...meterChanges(before.meters, after.meters)],
    prices,
    largestPercent: Math.max(0, ...sizes),
  }
}

/** The plan's own first, then what its options cost. */
function allPrices({ prices, options }: PlanText): OwnedPrice[] {
  return [...prices.map((price) => ({ ...price, owner: "", of: null })), ...listOptionPrices(options)]
}

/** Days first; nothing where there is none. */
function trialChanges(before: PlanText["trial"], after: PlanText["trial"]): FieldChange[] {
  return (["days", "asksMethod", "once"] as const).map((name) =>
    changeOf(`trial.${name}`, String(before?.[name] ?? ""), String(after?.[name] ?? "")),
  )
}

/** Each meter as a whole, by its id. */
function meterChanges(before: PlanText["meters"], after: PlanText["meters"]): FieldChange[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))]
  return ids.flatMap((id) => {
    const [old, next] = [before, after].map((meters) => meters.find((meter) => meter.id === id))
    const named = next ?? old
    const [was, is] = [old, next].map((meter) => (meter ? `${meter.name.en} (${tellMeter(meter)})` : ""))
    if (!named || (was === is && old?.name.ko === next?.name.ko && old?.unit.ko === next?.unit.ko)) return []
    return [{ field: "meter", of: named.name, before: was ?? "", after: is ?? "" }]
  })
}

const resourceNames = ["cpuCores", "memoryMb", "storageGb", "trafficGb", "ipv4"] as const

function changeOf(field: string, before: string, after: string): FieldChange {
  return { field, of: null, before, after }
}

function priceChanges(before: readonly OwnedPrice[], after: readonly OwnedPrice[]): PriceChange[] {
  const keys = new Map([...before, ...after].map((price) => [keyOf(price), price]))
  return [...keys].flatMap(([key, { cycle, currency, of }]) => {
    const [old, next] = [before, after].map((prices) => prices.find((price) => keyOf(price) === key))
    return (["amount", "setup"] as const).flatMap((part) => {
      const [beforeMinor, afterMinor] = [partOf(old, part), partOf(next, part)]
      if (beforeMinor === afterMinor) return []
      // A set-up fee of nothing is no news where the price itself comes or goes.
      if (part === "setup" && (beforeMinor ?? 0n) === (afterMinor ?? 0n)) return []
      const percent = percentOf(beforeMinor, afterMinor)
      return [{ cycle, currency, part, of, beforeMinor, afterMinor, percent }]
    })
  })
}

function keyOf({ owner, currency, cycle }: OwnedPrice): string {
  return `${owner} ${currency} ${cycle}`
}

function partOf(price: PriceText | undefined, part: "amount" | "setup"): bigint | null {
  if (!price) return null
  return part === "amount" ? price.amountMinor : price.setupMinor
}

/** Rounded away from zero, so that a change of a tenth of a hundredth still shows. */
function percentOf(before: bigint | null, after: bigint | null): number | null {
  if (before === null || after === null || before === 0n) return null
  const difference = after - before
  const size = difference < 0n ? -difference : difference
  const percent = Number((size * 100n + before - 1n) / before)
  return difference < 0n ? -percent : percent
}
