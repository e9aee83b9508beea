import type { Currency } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import type { cycles } from "./cycle-contract.ts"
import type { Resources } from "./tables.ts"

/** What a version says: everything that somebody buys with it. */
export interface PlanText {
  readonly name: Say
  readonly resources: Resources
  readonly packageId: number
  readonly prices: readonly PriceText[]
}

export interface PriceText {
  readonly cycle: (typeof cycles)[number]
  readonly currency: Currency
  readonly amountMinor: bigint
  readonly setupMinor: bigint
}

export interface FieldChange {
  /** "name.en", "resources.memoryMb", "packageId". */
  readonly field: string
  readonly before: string
  readonly after: string
}

export interface PriceChange {
  readonly cycle: PriceText["cycle"]
  readonly currency: Currency
  readonly part: "amount" | "setup"
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
  ].filter(({ before: old, after: next }) => old !== next)
  const prices = priceChanges(before.prices, after.prices)
  const sizes = prices.map(({ percent }) => Math.abs(percent ?? 0))
  return { fields, prices, largestPercent: Math.max(0, ...sizes) }
}

const resourceNames = ["cpuCores", "memoryMb", "storageGb", "trafficGb", "ipv4"] as const

function changeOf(field: string, before: string, after: string): FieldChange {
  return { field, before, after }
}

function priceChanges(before: readonly PriceText[], after: readonly PriceText[]): PriceChange[] {
  const keys = new Map([...before, ...after].map((price) => [keyOf(price), price]))
  return [...keys].flatMap(([key, { cycle, currency }]) => {
    const [old, next] = [before, after].map((prices) => prices.find((price) => keyOf(price) === key))
    return (["amount", "setup"] as const).flatMap((part) => {
      const [beforeMinor, afterMinor] = [partOf(old, part), partOf(next, part)]
      if (beforeMinor === afterMinor) return []
      // A set-up fee of nothing is no news where the price itself comes or goes.
      if (part === "setup" && (beforeMinor ?? 0n) === (afterMinor ?? 0n)) return []
      return [{ cycle, currency, part, beforeMinor, afterMinor, percent: percentOf(beforeMinor, afterMinor) }]
    })
  })
}

function keyOf({ currency, cycle }: PriceText): string {
  return `${currency} ${cycle}`
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
