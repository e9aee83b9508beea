import { type VatNumber, writeVatNumber } from "#identity"
import type { VatCheck } from "./list-vat-checks.ts"
import type { BuyerVat } from "./plan-tax.ts"

/** One that nobody asked about yet is as one that nobody could say anything of. */
export function describeVat(
  wanted: VatNumber | undefined,
  checks: readonly VatCheck[],
): BuyerVat | undefined {
  if (!wanted) return undefined
  const { country, number } = wanted
  const found = checks.find((one) => one.country === country && one.number === number)
  return {
    number: writeVatNumber(wanted),
    state: found?.state ?? "pending",
    trouble: found?.trouble ?? null,
    consultation: found?.consultation ?? null,
    requester: found?.requester ?? null,
    requestDate: found?.requestDate ?? null,
    name: found?.traderName ?? null,
    address: found?.traderAddress ?? null,
    checkedAt: found?.checkedAt?.toString() ?? null,
  }
}
