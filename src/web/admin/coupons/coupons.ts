import type { Currency, WireMoney } from "#kit/money.ts"
import type { PageServices } from "../../api-context.ts"
import { decimalText } from "../../i18n/format.ts"
import type { Tone } from "../../ui/banner.tsx"
import { cycles } from "../../ui/cycle.ts"
import { readAmount } from "../../ui/read-amount.ts"

type Coupons = PageServices["api"]["catalog"]["coupons"]
export type Coupon = Awaited<ReturnType<Coupons["get"]>>
type NewCoupon = Parameters<Coupons["create"]>[0]
type Values = Readonly<Record<string, string>>

export const kinds = ["percent", "fixed", "setup", "trial"] as const

export const stateTones: Readonly<Record<Coupon["state"], Tone>> = {
  running: "good",
  coming: "info",
  over: "neutral",
  used_up: "warn",
  off: "neutral",
}

/** "10%", "3,000 KRW / 2.50 USD", the days a trial is longer: for files; nothing where it is about the set-up fee. */
export function tellValue({
  kind,
  percent,
  arms,
  amounts,
  trialDays,
}: Pick<Coupon, "kind" | "percent" | "arms" | "amounts" | "trialDays">): string {
  if (arms.length > 0) return arms.map((arm) => `${arm.name} ${arm.percent}%`).join(" / ")
  if (kind === "percent") return `${percent}%`
  if (kind === "trial") return String(trialDays)
  return Object.entries(amounts)
    .map(([currency, minor]) => `${amountText({ minor, currency: currency as Currency })} ${currency}`)
    .join(" / ")
}

export function amountText({ minor, currency }: WireMoney): string {
  return decimalText(minor, currency === "KRW" || currency === "JPY" ? 0 : 2)
}

/** The form of a new coupon. What can't be read goes as it was typed, and the API says so at its field. */
export function readCoupon(values: Values, currencies: readonly Currency[]): NewCoupon {
  const kind = kinds.find((one) => one === values["kind"]) ?? "percent"
  const ticked = (prefix: string) =>
    Object.keys(values).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
  return {
    code: values["code"] ?? "",
    ...readBounds(values),
    kind,
    percent: kind === "percent" ? readLimit(values["percent"]) : null,
    arms: kind === "percent" ? readArms(values) : [],
    amounts: kind === "fixed" ? readAmounts(values, currencies) : {},
    trialDays: kind === "trial" ? readLimit(values["trialDays"]) : null,
    periods: kind === "trial" ? null : readLimit(values["periods"]),
    isExclusive: values["isExclusive"] === "yes",
    planIds: ticked("plan:"),
    cycles: cycles.filter(
      (cycle) => cycle !== "hourly" && ticked("cycle:").includes(cycle),
    ) as NewCoupon["cycles"],
    currencies: currencies.filter((currency) => ticked("currency:").includes(currency)),
    countries: (values["countries"] ?? "")
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean),
    isForNewCustomers: values["isForNewCustomers"] === "yes",
  }
}

export function readBounds(values: Values) {
  return {
    name: values["name"] ?? "",
    isOn: values["isOn"] === "yes",
    startsOn: values["startsOn"] || null,
    endsOn: values["endsOn"] || null,
    mostUses: readLimit(values["mostUses"]),
    mostPerCustomer: readLimit(values["mostPerCustomer"]),
  }
}

export const armNames = ["A", "B", "C", "D"] as const

/** Up to the last one with something in it: what is missing before is asked for at its own field. */
function readArms(values: Values) {
  const rows = armNames.map((name, row) => ({ name, percent: Number(values[`arms/${row}/percent`] || "0") }))
  return rows.slice(0, rows.findLastIndex(({ percent }) => percent !== 0) + 1)
}

function readLimit(text: string | undefined): number | null {
  return text?.trim() ? Number(text) : null
}

function readAmounts(values: Values, currencies: readonly Currency[]): NewCoupon["amounts"] {
  return Object.fromEntries(
    currencies.flatMap((currency) => {
      const typed = values[`amounts/${currency}`]?.trim() ?? ""
      return typed === "" ? [] : [[currency, readAmount(typed, currency)?.minor ?? typed]]
    }),
  )
}
