import type { EuSales } from "#billing/contract"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { Day } from "../../ui/texts.tsx"
import { words } from "./eu-sales.words.ts"

const tones = {
  by_oss: "good",
  below: "good",
  near: "warn",
  passed: "bad",
  passed_before: "bad",
} as const satisfies Record<EuSales["standing"], string>

/** How far the year's sales to consumers elsewhere in the EU are from where those countries tax them. */
export function EuSalesCard({ sales }: { sales: EuSales }) {
  const say = useWords(words)
  const language = useLanguage()
  const show = (amount: EuSales["sold"]) => formatAmount(amount, language)
  const { standing, percent, year } = sales
  const sums = { sold: show(sales.sold), limit: show(sales.limit), percent, year }
  return (
    <Banner tone={tones[standing]}>
      <p className="font-medium">{say("sold", sums)}</p>
      <p>{say(standing, { before: show(sales.soldBefore), year: year - 1 })}</p>
      {sales.others.length > 0 ? (
        <p>{say("others", { amounts: sales.others.map(show).join(", ") })}</p>
      ) : null}
      <p className="text-sm">{say("proof", { limit: show(sales.proofLimit) })}</p>
      <p className="text-muted text-sm">
        {sales.ground[language]}. {say("seen")} <Day on={sales.seenOn} />
      </p>
    </Banner>
  )
}
