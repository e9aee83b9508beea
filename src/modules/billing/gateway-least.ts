import { type Currency, type Money, money } from "#kit/money.ts"

/** The least a card gateway takes: below it, what is owed is waived and said so. */
const least = { EUR: 50n, GBP: 30n, JPY: 50n, KRW: 100n, USD: 50n } as const satisfies Record<
  Currency,
  bigint
>

export function gatewayLeast(currency: Currency): Money {
  return money(least[currency], currency)
}
