import { useWords } from "../i18n/use-words.ts"
import type { FormAnswer } from "../serve-page.ts"
import { AmountField, QuantityField } from "../ui/amount-field.tsx"
import { ChoiceField } from "../ui/choice-field.tsx"
import { ComboboxField } from "../ui/combobox-field.tsx"
import { DateField, PeriodField } from "../ui/date-field.tsx"
import { CheckboxField, SelectField, TextareaField, TextField } from "../ui/field.tsx"
import { PageForm, SubmitButton } from "../ui/form.tsx"
import { PhoneField } from "../ui/phone-field.tsx"
import { SwitchField } from "../ui/switch-field.tsx"
import { words } from "./words.ts"

const names = [
  "name",
  "plan",
  "customer",
  "amount",
  "quantity",
  "phone",
  "start",
  "period",
  "payBy",
  "agree",
  "notify",
  "note",
] as const

/** Every field there is, each of them refused, or none of them to be used. */
export function EveryField({ wish }: { wish: "refused" | "disabled" }) {
  const say = useWords(words)
  const intent = `every-${wish}`
  const answer: FormAnswer = {
    intent,
    nextKey: "",
    values: {},
    problem: {
      status: 422,
      code: "sandbox.sample",
      title: say("refusal"),
      detail: say("refusal"),
      errors: names.map((name) => ({ pointer: `#/${name}`, detail: say("refusal") })),
    },
  }
  return (
    <PageForm intent={intent} answer={wish === "refused" ? answer : undefined}>
      {/* Disabled as browsers do it for all that a form has. */}
      <fieldset disabled={wish === "disabled"} className="space-y-4">
        <legend className="pb-2 font-medium">
          {say(wish === "refused" ? "refusedFields" : "disabledFields")}
        </legend>
        <Fields />
      </fieldset>
    </PageForm>
  )
}

function Fields() {
  const say = useWords(words)
  return (
    <>
      <TextField name="name" label={say("name")} help={say("nameHelp")} defaultValue="Mina Kim" />
      <SelectField name="plan" label={say("plan")}>
        <option>VPS S</option>
      </SelectField>
      <ComboboxField name="customer" label={say("customer")} find={() => Promise.resolve([])} />
      <AmountField name="amount" label={say("amount")} currency="KRW" />
      <QuantityField name="quantity" label={say("quantity")} />
      <PhoneField name="phone" label={say("phone")} country="KR" />
      <DateField name="start" label={say("start")} defaultValue="2026-11-26" />
      <PeriodField name="period" label={say("period")} today="2026-11-26" />
      <ChoiceField
        name="payBy"
        label={say("payBy")}
        defaultValue="card"
        choices={[{ value: "card", label: say("card"), help: say("cardHelp") }]}
      />
      <CheckboxField name="agree" label={say("agree")} defaultChecked />
      <SwitchField name="notify" label={say("notify")} />
      <TextareaField name="note" label={say("note")} />
      <SubmitButton>{say("send")}</SubmitButton>
    </>
  )
}
