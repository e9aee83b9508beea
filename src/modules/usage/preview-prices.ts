import { priceUse } from "#billing"
import { type PlanMeter, priceMeters } from "#catalog"
import type { Context } from "#kit/context.ts"
import { parseDecimal } from "#kit/fraction.ts"
import { currencyCodes, toWire } from "#kit/money.ts"
import { usageRefusals } from "./errors.ts"

/** Of a whole month and one piece, in each currency that the meter has prices in. */
export async function previewPrices(
  ctx: Context,
  { meter, quantity }: { readonly meter: PlanMeter; readonly quantity: string },
) {
  const used = parseDecimal(quantity)
  if (used.numerator < 0n) usageRefusals.refuse("usage.quantity_wrong", {}, { field: "quantity" })
  const costs = currencyCodes.flatMap((currency) =>
    priceMeters([meter], currency).map((priced) => {
      const month = { currency, pieces: 1, days: 1, of: 1 }
      const { amount, steps } = priceUse(month, { meter: priced, used }, ctx.language)
      return { amount: toWire(amount), steps: [...steps] }
    }),
  )
  return { costs }
}
