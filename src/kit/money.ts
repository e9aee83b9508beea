import { dinero, allocate as dineroAllocate, toSnapshot } from "dinero.js/bigint"

/** Minor units as bigint, with their currency. Never a number, never without the currency. */
export interface Money {
  readonly minor: bigint
  readonly currency: Currency
}

/** ISO 4217 code → digits after the point. Only what the shop can sell in. */
export const currencies = { EUR: 2, GBP: 2, JPY: 0, KRW: 0, USD: 2 } as const
export type Currency = keyof typeof currencies
export const currencyCodes = Object.keys(currencies) as [Currency, ...Currency[]]

/** An exact rate: 19 % is { numerator: 19n, denominator: 100n }. */
export interface Rate {
  readonly numerator: bigint
  readonly denominator: bigint
}

export interface WireMoney {
  minor: string
  currency: Currency
}

export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency }
}

/** Plain: a run over a hundred thousand renewals adds a million times, and what is exact needs no help to be. */
export function sum(currency: Currency, amounts: readonly Money[]): Money {
  let whole = 0n
  for (const amount of amounts) {
    if (amount.currency !== currency) {
      throw new RangeError(`${amount.currency} can't be added to ${currency}.`)
    }
    whole += amount.minor
  }
  return money(whole, currency)
}

export function add(first: Money, second: Money): Money {
  return sum(first.currency, [first, second])
}

export function negate(amount: Money): Money {
  return money(-amount.minor, amount.currency)
}

export function subtract(first: Money, second: Money): Money {
  return add(first, negate(second))
}

export function times(amount: Money, quantity: bigint): Money {
  return money(amount.minor * quantity, amount.currency)
}

export function isSame(first: Money, second: Money): boolean {
  return first.minor === second.minor && first.currency === second.currency
}

/** Half up, away from zero at exactly one half: the rule of the currency's own minor unit (DESIGN, Money). */
export function takeRateHalfUp(amount: Money, rate: Rate): Money {
  return money(divideHalfUp(amount.minor * rate.numerator, rate.denominator), amount.currency)
}

/** The tax inside a gross amount: gross × r / (1 + r), half up. */
export function taxInsideHalfUp(gross: Money, rate: Rate): Money {
  return money(divideHalfUp(gross.minor * rate.numerator, rate.denominator + rate.numerator), gross.currency)
}

export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError("A rate needs a positive denominator.")
  const sign = dividend < 0n ? -1n : 1n
  return sign * ((2n * dividend * sign + divisor) / (2n * divisor))
}

/** Spreads an amount over weights so that the parts add up to the whole: largest remainder first. */
export function spread(amount: Money, weights: readonly bigint[]): Money[] {
  const whole = weights.reduce((total, weight) => total + weight, 0n)
  if (whole === 0n) return weights.map((_, index) => money(index === 0 ? amount.minor : 0n, amount.currency))
  const sign = amount.minor < 0n ? -1n : 1n
  const size = amount.minor * sign
  const floors = weights.map((weight) => (size * weight) / whole)
  let rest = size - floors.reduce((total, part) => total + part, 0n)
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (size * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1))
  for (const { index } of byRemainder) {
    if (rest === 0n) break
    floors[index] = (floors[index] ?? 0n) + 1n
    rest -= 1n
  }
  return floors.map((part) => money(part * sign, amount.currency))
}

/** Equal shares, the first ones taking the odd units. */
export function splitEvenly(amount: Money, parts: number): Money[] {
  return dineroAllocate(
    toDinero(amount),
    Array.from({ length: parts }, () => 1n),
  ).map(fromDinero)
}

export function toWire(amount: Money): WireMoney {
  return { minor: amount.minor.toString(), currency: amount.currency }
}

export function fromWire(wire: WireMoney): Money {
  return money(BigInt(wire.minor), wire.currency)
}

/** "₩11,000", "€5.99": for people, in their language. */
export function formatMoney(amount: Money, locale: string): string {
  return formatOf(amount.currency, locale).format(toDecimal(amount) as Intl.StringNumericLiteral)
}

/** Making one costs fifty times what using it does. */
const formats = new Map<string, Intl.NumberFormat>()
const MOST_FORMATS = 100

function formatOf(currency: Currency, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const known = formats.get(key)
  if (known) return known
  const digits = currencies[currency]
  const made = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  if (formats.size >= MOST_FORMATS) formats.clear()
  formats.set(key, made)
  return made
}

/** "5.99": exact decimal text, for documents and gateways that want it. */
export function toDecimal(amount: Money): string {
  const digits = currencies[amount.currency]
  if (digits === 0) return amount.minor.toString()
  const sign = amount.minor < 0n ? "-" : ""
  const text = (amount.minor < 0n ? -amount.minor : amount.minor).toString().padStart(digits + 1, "0")
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

function toDinero(amount: Money) {
  return dinero({
    amount: amount.minor,
    currency: { code: amount.currency, base: 10n, exponent: BigInt(currencies[amount.currency]) },
  })
}

function fromDinero(value: ReturnType<typeof toDinero>): Money {
  const snapshot = toSnapshot(value)
  return money(snapshot.amount, snapshot.currency.code as Currency)
}
