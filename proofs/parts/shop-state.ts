import type { Shopper } from "#app/testing/company-shoppers.ts"
import type { SeededRandom } from "#kit/work/seeded-random.ts"
import type { Count } from "./account-count.ts"
import type { Bought, GoldenShop } from "./golden-shop.ts"
import type { ShopBooks } from "./shop-books.ts"

/** A real shop while random customers live in it. */
export interface ShopLife {
  readonly shop: GoldenShop
  readonly zone: string
  readonly books: ShopBooks
  readonly random: SeededRandom
  readonly count: Count
  readonly done: Map<string, number>
}

export interface Customer {
  readonly by: Shopper
  readonly bought: Bought[]
}

/** What the shop sells, by the month and by the quarter. */
export const plans = [
  { name: "A", monthly: 11_000n, quarterly: 31_000n },
  { name: "B", monthly: 33_330n, quarterly: 95_000n },
  { name: "C", monthly: 77_700n, quarterly: 200_000n },
] as const
