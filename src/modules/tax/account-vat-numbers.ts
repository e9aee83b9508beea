import { listBilledPlaces, readVatNumber, type VatNumber } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { taxRefusals } from "./errors.ts"

/** The numbers of a business that VIES can be asked about. A private person's are nobody's to ask. */
export async function accountVatNumbers(ctx: Context, reach: Reach, accountId: string): Promise<VatNumber[]> {
  const isWithin = reach.kind === "all" || (reach.kind === "accounts" && reach.accountIds.includes(accountId))
  const place = isWithin ? (await listBilledPlaces(ctx, [accountId])).get(accountId) : undefined
  if (!place) return taxRefusals.refuse("tax.account_missing", { id: accountId })
  if (place.kind !== "business") return []
  return Object.entries(place.taxIds).flatMap(([country, text]) => readVatNumber(country, text) ?? [])
}
