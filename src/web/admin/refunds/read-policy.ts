import type { WireMoney } from "#kit/money.ts"
import { readAmount } from "../../ui/read-amount.ts"

type Currency = WireMoney["currency"]
export const bases = ["by_days", "by_days_less_discount", "used_days_at_list_price"] as const

/** A field that is no number goes on as one that the contract refuses, at its field. */
export function readPolicy(
  values: Readonly<Record<string, string>>,
  currencies: readonly Currency[],
): {
  windowDays: number
  basis: (typeof bases)[number]
  fees: Partial<Record<Currency, string>>
  capPercent: number
  holdDays: number
} {
  const number = (name: string) => (values[name]?.trim() ? Number(values[name]) : Number.NaN)
  const fees = currencies.flatMap((currency) => {
    const text = values[`fee.${currency}`]?.trim()
    return text ? [[currency, readAmount(text, currency)?.minor ?? "-1"] as const] : []
  })
  return {
    windowDays: number("windowDays"),
    basis: bases.find((basis) => basis === values["basis"]) ?? "by_days",
    fees: Object.fromEntries(fees),
    capPercent: number("capPercent"),
    holdDays: number("holdDays"),
  }
}
