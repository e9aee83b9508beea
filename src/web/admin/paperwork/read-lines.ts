import { currencyCodes, type WireMoney } from "#kit/money.ts"
import { readAmount } from "../../ui/read-amount.ts"

type Values = Readonly<Record<string, string>>

/** The most lines that a form offers; the API takes a few more. */
export const MOST_LINES = 30

export function readCurrency(values: Values): WireMoney["currency"] {
  return currencyCodes.find((one) => one === values["currency"]) ?? "KRW"
}

/** The lines that were filled in, in their order. What is no amount goes as less than none, and the API says so. */
export function readLines(values: Values, currency: WireMoney["currency"]) {
  return Array.from({ length: MOST_LINES }, (_, index) => `lines/${index}`)
    .filter((name) => [values[`${name}/words`], values[`${name}/unit`]].some((text) => text?.trim()))
    .map((name) => ({
      words: values[`${name}/words`] ?? "",
      quantity: Number(values[`${name}/quantity`] || "1"),
      unit: readAmount(values[`${name}/unit`] ?? "", currency) ?? { minor: "-1", currency },
    }))
}

/** What every paper written by hand says besides its lines. */
export function readWritten(values: Values) {
  const currency = readCurrency(values)
  return {
    currency,
    lines: readLines(values, currency),
    ...(values["note"]?.trim() ? { note: values["note"] } : {}),
    ...(values["purchaseOrder"]?.trim() ? { purchaseOrder: values["purchaseOrder"] } : {}),
  }
}

export function readDraft(values: Values) {
  return { ...readWritten(values), ...(values["dueOn"] ? { dueOn: values["dueOn"] } : {}) }
}
