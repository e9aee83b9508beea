import type { WireMoney } from "#kit/money.ts"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { Saving } from "../../ui/saving.ts"
import { words } from "./saving.words.ts"

/** What a longer term saves, to the last unit: as months where it is whole ones, else in hundredths. */
export function SavingWords({
  saving,
  currency,
  pieces = 1,
}: {
  readonly saving: Saving
  readonly currency: WireMoney["currency"]
  readonly pieces?: number
}) {
  const say = useWords(words)
  const { minor, percent, monthsFree } = saving
  const amount = formatAmount({ minor: (minor * BigInt(pieces)).toString(), currency }, useLanguage())
  return (
    <span className="text-good font-medium">
      {monthsFree > 0
        ? say("savesMonths", { months: monthsFree, amount })
        : say("saves", { percent, amount })}
    </span>
  )
}
