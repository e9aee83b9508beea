import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { CheckboxField } from "../../ui/field.tsx"
import { SubmitButton } from "../../ui/form.tsx"
import { type Method, useMethodName } from "../../ui/method-facts.tsx"
import { words as catalogWords } from "../catalog/words.ts"
import type { Cart } from "./open-cart.ts"
import { words } from "./words.ts"

/** Something of the cart is charged by itself when its trial is over. */
export function asksMethod(cart: Cart): boolean {
  return cart.items.some(({ trial }) => trial?.asksMethod)
}

/** What is charged when the trial is over, and the payer's word that it may be: beside the price, never ticked before. */
export function TrialMethod({ cart, methods }: { cart: Cart; methods: readonly Method[] }) {
  const say = useWords(words)
  const term = useWords(catalogWords)
  const language = useLanguage()
  const nameOf = useMethodName()
  if (!asksMethod(cart)) return null
  if (methods.length === 0) {
    return (
      <div className="space-y-3">
        <p className="text-sm">{say("noMethod")}</p>
        <SubmitButton>{say("addMethod")}</SubmitButton>
      </div>
    )
  }
  // What is agreed to now counts for none of them: it says so, and doesn't sound like the last word.
  const isAnew = cart.items.every(({ trial }) => !trial?.asksMethod || trial.asksAnew)
  const prices = cart.items.flatMap(({ trial, cycle }) =>
    trial?.asksMethod ? [term("priceEach", { cycle, price: formatAmount(trial.price, language) })] : [],
  )
  return (
    <div className="space-y-4">
      <ChoiceField
        name="trial/methodId"
        label={say("trialMethod")}
        choices={methods.map((method) => ({ value: method.id, label: nameOf(method) }))}
        defaultValue={methods[0]?.id ?? ""}
      />
      <CheckboxField
        name="trial/agrees"
        value="yes"
        required
        label={say(isAnew ? "trialAgreesAnew" : "trialAgrees", { price: prices.join(" + ") })}
      />
    </div>
  )
}
