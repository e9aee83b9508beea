import { readVatNumber, type VatNumber } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { taxPlaceOf } from "./tax-place-of.ts"

/** The numbers of a business that VIES can be asked about. A private person's are nobody's to ask. */
export async function accountVatNumbers(ctx: Context, reach: Reach, accountId: string): Promise<VatNumber[]> {
  const place = await taxPlaceOf(ctx, reach, accountId)
  if (place.kind !== "business") return []
  return Object.entries(place.taxIds).flatMap(([country, text]) => readVatNumber(country, text) ?? [])
}
