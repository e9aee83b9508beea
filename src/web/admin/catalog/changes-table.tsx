import type { Currency } from "#kit/money.ts"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { words as cycleWords } from "../../ui/cycle.words.ts"
import { words as optionWords } from "./option-change.words.ts"
import { optionWord } from "./option-word.ts"
import type { Changes } from "./range.ts"
import { words as trialWords } from "./trial.words.ts"
import { words } from "./words.ts"

type PriceChange = Changes["prices"][number]

/** Line by line: what it was, what it is, and by how much a price moves. */
export function ChangesTable({ changes, jump }: { changes: Changes; jump: number }) {
  const say = useWords(words)
  const sayCycle = useWords(cycleWords)
  const sayOption = useWords(optionWords)
  const language = useLanguage()
  const price = usePrice()
  const sayValue = useTrialValue()
  return (
    <div className="border-line rounded-box overflow-x-auto border">
      <table className="w-full text-sm">
        <caption className="sr-only">{say("changes")}</caption>
        <thead className="bg-raised text-muted text-xs">
          <tr>
            {(["what", "before", "after", "change"] as const).map((head) => (
              <th key={head} scope="col" className="px-3 py-2 text-start font-medium">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.fields.map(({ field, of, before, after }) => (
            <tr key={`${of?.en} ${field}`} className="border-line border-t">
              <th scope="row" className="px-3 py-2 text-start font-normal">
                {of ? `${of[language]}: ${sayOption(optionWord(field))}` : say(fieldWord(field))}
              </th>
              <td className="px-3 py-2 break-words">{sayValue(field, before)}</td>
              <td className="px-3 py-2 break-words">{sayValue(field, after)}</td>
              <td className="px-3 py-2">–</td>
            </tr>
          ))}
          {changes.prices.map((one) => (
            <tr
              key={`${one.of?.en} ${one.currency} ${one.cycle} ${one.part}`}
              className="border-line border-t"
            >
              <th scope="row" className="px-3 py-2 text-start font-normal">
                {one.of ? `${one.of[language]}: ` : null}
                {say(one.part === "amount" ? "priceOf" : "setupOf", { cycle: sayCycle(one.cycle) })}
              </th>
              <td className="px-3 py-2 tabular-nums">{price(one.before, one.currency)}</td>
              <td className="px-3 py-2 tabular-nums">{price(one.after, one.currency)}</td>
              <td className="px-3 py-2">
                <Size change={one} jump={jump} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What is kept as a code, in words; everything else as it is. */
function useTrialValue() {
  const say = useWords(words)
  const sayTrial = useWords(trialWords)
  return (field: string, value: string) => {
    if (value === "") return say("none")
    if (field === "trial.asksMethod") return sayTrial(value === "true" ? "yes" : "no")
    if (field === "trial.once") return sayTrial(value === "shop" ? "oncePerShop" : "oncePerProduct")
    return value
  }
}

function usePrice() {
  const say = useWords(words)
  const language = useLanguage()
  return (minor: string | null, currency: Currency) =>
    minor === null ? say("none") : formatAmount({ minor, currency }, language)
}

function Size({ change: { percent, before, after }, jump }: { change: PriceChange; jump: number }) {
  const say = useWords(words)
  if (before === null) return <Badge tone="info">{say("isNew")}</Badge>
  if (after === null) return <Badge tone="warn">{say("isGone")}</Badge>
  if (percent === null) return null
  const text = `${percent > 0 ? "+" : "−"}${Math.abs(percent)}%`
  return Math.abs(percent) > jump ? (
    <Badge tone="bad">{text}</Badge>
  ) : (
    <span className="tabular-nums">{text}</span>
  )
}

const fieldWords = ["cpuCores", "memoryMb", "storageGb", "trafficGb", "ipv4", "packageId"] as const

function fieldWord(field: string) {
  if (field === "name.en" || field === "name.ko") return `field.${field}` as const
  if (field === "trial.days" || field === "trial.asksMethod" || field === "trial.once")
    return `field.${field}` as const
  return fieldWords.find((one) => field.endsWith(one)) ?? "packageId"
}
