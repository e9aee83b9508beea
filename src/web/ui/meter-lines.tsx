import type { Currency } from "#kit/money.ts"
import { groupDigits, spellUnitPrice } from "#kit/spelling.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { words } from "./meter.words.ts"

export interface MeterPrices {
  readonly id: string
  readonly name: { readonly en: string; readonly ko: string }
  readonly unit: { readonly en: string; readonly ko: string }
  readonly included: string
  readonly model: "flat" | "graduated" | "volume" | "package"
  readonly packageSize: string | null
  readonly tiers: readonly { readonly upTo: string | null; readonly price: string }[]
}

/** What is charged by use beside the plan's price: what comes with it, and what each tier costs. */
export function MeterLines({
  meters,
  currency,
}: {
  readonly meters: readonly MeterPrices[]
  readonly currency: Currency
}) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <div className="space-y-2 text-sm">
      <p className="text-muted">{say("charged")}</p>
      <ul className="space-y-2">
        {meters.map((meter) => (
          <li key={meter.id}>
            <span className="font-medium">{meter.name[language]}</span>
            {meter.included === "0" ? null : (
              <span className="text-muted block">
                {say("included", { included: groupDigits(meter.included), unit: meter.unit[language] })}
              </span>
            )}
            {meter.tiers.map((tier) => (
              <span key={tier.upTo ?? ""} className="text-muted block tabular-nums">
                <Tier {...{ meter, tier, currency }} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Tier({
  meter,
  tier,
  currency,
}: {
  readonly meter: MeterPrices
  readonly tier: MeterPrices["tiers"][number]
  readonly currency: Currency
}) {
  const say = useWords(words)
  const language = useLanguage()
  const unit = meter.unit[language]
  const price = spellUnitPrice(tier.price, currency, language)
  const upTo = groupDigits(tier.upTo ?? "")
  const isLast = tier.upTo === null
  switch (meter.model) {
    case "flat":
      return say("each", { price, unit })
    case "package":
      return say("package", { price, unit, size: groupDigits(meter.packageSize ?? "") })
    case "graduated":
      return isLast ? say("beyond", { price, unit }) : say("upTo", { price, unit, upTo })
    case "volume":
      return isLast ? say("wholeBeyond", { price, unit }) : say("wholeUpTo", { price, unit, upTo })
  }
}
