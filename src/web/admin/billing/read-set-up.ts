import type { ApiClient } from "../../api-context.ts"
import { readAmount } from "../../ui/read-amount.ts"
import { readBounds } from "./read-bounds.ts"

type Wish = Parameters<ApiClient["billing"]["subscriptions"]["create"]>[0]

/** What is none of the choices goes as it is, and the API says no at its field. */
export function readSetUp(values: Readonly<Record<string, string>>): Wish {
  const [planId = "", cycle = ""] = (values["cycle"] ?? "").split(":")
  const currency = (values["currency"] || "KRW") as Wish["currency"]
  const { price, reason, label, startsOn, memo, purchaseOrder } = values
  return {
    accountId: values["accountId"] ?? "",
    planId,
    cycle: cycle as Wish["cycle"],
    currency,
    quantity: Number(values["quantity"] || "1"),
    quantityBounds: readBounds(values),
    collection: values["collection"] === "automatic" ? "automatic" : "manual",
    ...(price ? { price: readAmount(price, currency) ?? { minor: "0", currency } } : {}),
    ...(reason ? { reason } : {}),
    ...(label ? { label } : {}),
    ...(startsOn ? { startsOn } : {}),
    ...(memo ? { memo } : {}),
    ...(purchaseOrder ? { purchaseOrder } : {}),
  }
}
