import type { WireMoney } from "#kit/money.ts"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { Cycle } from "./offer.ts"
import { words } from "./words.ts"

export interface CyclePriceProps {
  readonly amount: WireMoney
  readonly cycle: Cycle
  /** Others cost more. */
  readonly isFrom?: boolean
  /** Of the amount itself; the words around it are small. */
  readonly className: string
}

/** Each language puts the term where it belongs: "$8.90 per month", "월 11,000원". */
export function CyclePrice({ amount, cycle, isFrom = false, className }: CyclePriceProps) {
  const say = useWords(words)
  const price = formatAmount(amount, useLanguage())
  const [before = "", after = ""] = say(isFrom ? "priceFrom" : "priceEach", { cycle, price }).split(price)
  return (
    <span className="whitespace-nowrap">
      {before ? <span className="text-muted text-sm">{before}</span> : null}
      <span className={className}>{price}</span>
      {after ? <span className="text-muted text-sm">{after}</span> : null}
    </span>
  )
}
