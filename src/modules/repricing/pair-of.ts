import { money } from "#kit/money.ts"
import type { WrongAndRight } from "./load-versions.ts"

/** Both prices of the cycle and currency that a wrong price is for; nothing where the right version has none. */
export function pairOf({ wrong, right }: WrongAndRight, priceId: string) {
  const from = wrong.prices.find(({ id }) => id === priceId)
  const to = right.prices.find((one) => one.cycle === from?.cycle && one.currency === from.currency)
  if (!from || !to) return undefined
  const read = (price: typeof from) => ({
    priceId: price.id,
    unit: money(price.amountMinor, price.currency),
    setupFee: money(price.setupMinor, price.currency),
  })
  return { wrong: read(from), right: read(to) }
}
