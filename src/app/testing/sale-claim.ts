import type { Language } from "#kit/refusal.ts"
import type { Company } from "./company.ts"
import type { Order, Shopper } from "./company-shoppers.ts"
import type { workOut } from "./sale-figures.ts"

/** What was found to be so, in words and with its figure. Whatever is not so throws. */
export interface Claim {
  readonly words: string
  readonly figure: string
}

export interface Sale {
  readonly company: Company
  readonly buyer: Shopper
  readonly language: Language
  readonly order: Order
  readonly own: ReturnType<typeof workOut>
}
