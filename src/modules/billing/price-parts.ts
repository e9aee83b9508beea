import { type Money, money, sum, times } from "#kit/money.ts"
import type { Language, Say } from "#kit/refusal.ts"
import type { RuleFacts } from "./document.ts"

/**
 * One thing that a price is made of, as an agreement keeps it: the plan first, then what was chosen with it. Together they
 * are the unit, to the last minor unit (invariant i17). None at all: the plan is the whole price.
 */
export interface PricePart {
  /** What it is called among what can be chosen; null: the plan itself. */
  readonly optionId: string | null
  readonly value: number | string | boolean | null
  readonly words: Say
  readonly quantity: number
  /** For one of it and one cycle; figures as text, so that JSON holds them exactly. */
  readonly unitMinor: string
}

export function sumParts(parts: readonly PricePart[], unit: Money): Money {
  const { currency } = unit
  return sum(
    currency,
    parts.map((part) => times(money(BigInt(part.unitMinor), currency), BigInt(part.quantity))),
  )
}

/** Another price of the plan alone, with what was chosen beside it as it was agreed on. */
export function withChosen(own: Money, parts: readonly PricePart[]): Money {
  const chosen = parts.filter(({ optionId }) => optionId !== null)
  return sum(own.currency, [own, sumParts(chosen, own)])
}

/** The same choices in another price: what is left of it is the plan's own. */
export function repriceParts(parts: readonly PricePart[], unit: Money): PricePart[] {
  const nothing = money(0n, unit.currency)
  const own = unit.minor - withChosen(nothing, parts).minor
  return parts.map((part) => (part.optionId === null ? { ...part, unitMinor: own.toString() } : part))
}

/** What was chosen, after the plan's own name: " + Extra memory 4 GB, Backups: Daily". What costs nothing is not named. */
export function nameParts(parts: readonly PricePart[], language: Language): string {
  const chosen = parts.filter(({ optionId, unitMinor }) => optionId !== null && unitMinor !== "0")
  return chosen.length === 0 ? "" : ` + ${chosen.map(({ words }) => words[language]).join(", ")}`
}

/** As a line keeps them, so that it can be computed again: for one cycle, or for several as one price. */
export function writeParts(parts: readonly PricePart[], cycles = 1): RuleFacts {
  const paid = parts.filter(({ unitMinor }) => unitMinor !== "0")
  if (paid.length < 2) return {}
  const told = paid.map(({ words, quantity, unitMinor }) => ({
    words,
    quantity,
    unitMinor: (BigInt(unitMinor) * BigInt(cycles)).toString(),
  }))
  return { parts: JSON.stringify(told) }
}

export interface ReadPart {
  readonly words: Say
  readonly quantity: bigint
  readonly unit: Money
}

/** Empty where the price is one thing. */
export function readParts(facts: RuleFacts | undefined, { currency }: Money): ReadPart[] {
  const kept = facts?.["parts"]
  if (!kept) return []
  const parts = JSON.parse(kept) as { words: Say; quantity: number; unitMinor: string }[]
  return parts.map(({ words, quantity, unitMinor }) => ({
    words,
    quantity: BigInt(quantity),
    unit: money(BigInt(unitMinor), currency),
  }))
}

export function totalOf(parts: readonly ReadPart[], { currency }: Money): Money {
  return sum(
    currency,
    parts.map(({ unit, quantity }) => times(unit, quantity)),
  )
}
