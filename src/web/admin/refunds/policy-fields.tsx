import type { WireMoney } from "#kit/money.ts"
import type { ApiClient } from "../../api-context.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { AmountField } from "../../ui/amount-field.tsx"
import { Banner } from "../../ui/banner.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { TextField } from "../../ui/field.tsx"
import { bases } from "./read-policy.ts"
import { words } from "./words.ts"

export type Policy = Awaited<ReturnType<ApiClient["billing"]["refundPolicy"]["get"]>>

export interface PolicyFieldsProps {
  readonly policy: Policy
  readonly currencies: readonly WireMoney["currency"][]
}

/** What the law gives stands above what the house may decide: nobody types a promise the law breaks. */
export function PolicyFields({ policy, currencies }: PolicyFieldsProps) {
  const say = useWords(words)
  const language = useLanguage()
  const { law } = policy
  return (
    <>
      <Banner tone="info">
        {law ? say("law", { days: law.windowDays, ground: law.ground[language] }) : say("noLaw")}
      </Banner>
      <TextField
        name="windowDays"
        type="number"
        min={0}
        max={1_100}
        required
        label={say("windowDays")}
        help={say("windowDaysHelp")}
        defaultValue={String(policy.windowDays)}
      />
      <ChoiceField
        name="basis"
        label={say("basis")}
        defaultValue={policy.basis}
        choices={bases.map((value) => ({ value, label: say(value) }))}
      />
      {currencies.map((currency) => {
        const minor = policy.fees[currency]
        return (
          <AmountField
            key={currency}
            name={`fee.${currency}`}
            currency={currency}
            label={say("fee", { currency })}
            help={say("feeHelp")}
            {...(minor ? { defaultValue: { minor, currency } } : {})}
          />
        )
      })}
      <TextField
        name="capPercent"
        type="number"
        min={0}
        max={100}
        required
        label={say("capPercent")}
        defaultValue={String(policy.capPercent)}
      />
      <TextField
        name="holdDays"
        type="number"
        min={0}
        max={90}
        required
        label={say("holdDays")}
        help={say("holdDaysHelp")}
        defaultValue={String(policy.holdDays)}
      />
    </>
  )
}
