import type { WireMoney } from "#kit/money.ts"
import { formatAmount } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import type { FormAnswer } from "../serve-page.ts"
import { PageForm, SubmitButton } from "./form.tsx"
import { words } from "./method.words.ts"
import { type Method, useMethodName } from "./method-facts.tsx"

export interface PayFormsProps {
  readonly amount: WireMoney
  /** What one click can charge. */
  readonly methods: readonly Method[]
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** Each saved method by one click ("charge:pmt_…"), and the payment service's own page ("pay"). */
export function PayForms({ amount: total, methods, formKey, answer }: PayFormsProps) {
  const say = useWords(words)
  const nameOf = useMethodName()
  const amount = formatAmount(total, useLanguage())
  return (
    <>
      {methods.map((method) => (
        <PageForm
          key={method.id}
          intent={`charge:${method.id}`}
          formKey={`${formKey}:${method.id}`}
          answer={answer}
        >
          <SubmitButton>{say("payWith", { amount, method: nameOf(method) })}</SubmitButton>
        </PageForm>
      ))}
      <PageForm intent="pay" formKey={formKey} answer={answer}>
        <SubmitButton look={methods.length > 0 ? "secondary" : "primary"}>
          {methods.length > 0 ? say("payOtherwise") : say("payNow", { amount })}
        </SubmitButton>
      </PageForm>
    </>
  )
}

/** Which method a form of these means; none: the payment service's own page. */
export function chosenMethod(intent: string): string | undefined {
  return intent.startsWith("charge:") ? intent.slice("charge:".length) : undefined
}
