import { useWords } from "../i18n/use-words.ts"
import type { FormAnswer } from "../serve-page.ts"
import { AmountField, QuantityField } from "../ui/amount-field.tsx"
import { Button, IconButton } from "../ui/button.tsx"
import { ChoiceField } from "../ui/choice-field.tsx"
import { ComboboxField } from "../ui/combobox-field.tsx"
import { DateField, PeriodField } from "../ui/date-field.tsx"
import { CheckboxField, SelectField, TextareaField, TextField } from "../ui/field.tsx"
import { PageForm, SubmitButton } from "../ui/form.tsx"
import type { Option } from "../ui/option.ts"
import { PhoneField } from "../ui/phone-field.tsx"
import { SwitchField } from "../ui/switch-field.tsx"
import { EveryField } from "./every-field.tsx"
import { Section } from "./section.tsx"
import { words } from "./words.ts"

const looks = ["primary", "secondary", "danger", "quiet"] as const
const sizes = ["small", "medium", "large"] as const

export function Controls() {
  const say = useWords(words)
  return (
    <>
      <Section title={say("buttons")}>
        {sizes.map((size) => (
          <div key={size} className="flex flex-wrap items-center gap-2">
            {looks.map((look) => (
              <Button key={look} type="button" {...{ look, size }}>
                {say(look)}
              </Button>
            ))}
            <Button type="button" size={size} icon="plus">
              {say("primary")}
            </Button>
            <Button type="button" size={size} disabled>
              {say("disabled")}
            </Button>
            <IconButton icon="settings" label={say("quiet")} />
          </div>
        ))}
      </Section>
      <Section title={say("fields")}>
        <div className="grid gap-8 lg:grid-cols-2">
          <PlainFields />
          <RefusedFields />
          <EveryField wish="refused" />
          <EveryField wish="disabled" />
        </div>
      </Section>
    </>
  )
}

function PlainFields() {
  const say = useWords(words)
  return (
    <PageForm intent="plain">
      <TextField name="name" label={say("name")} help={say("nameHelp")} required defaultValue="Mina Kim" />
      <SelectField name="plan" label={say("plan")}>
        <option>VPS S</option>
        <option>VPS M</option>
      </SelectField>
      <ComboboxField name="customer" label={say("customer")} help={say("customerHelp")} find={findSample} />
      <AmountField
        name="amount"
        label={say("amount")}
        currency="KRW"
        defaultValue={{ minor: "11000", currency: "KRW" }}
      />
      <QuantityField name="quantity" label={say("quantity")} />
      <PhoneField name="phone" label={say("phone")} help={say("phoneHelp")} country="KR" />
      <DateField name="start" label={say("start")} defaultValue="2026-11-26" />
      <PeriodField name="period" label={say("period")} today="2026-11-26" />
      <ChoiceField
        name="payBy"
        label={say("payBy")}
        defaultValue="card"
        choices={[
          { value: "card", label: say("card"), help: say("cardHelp") },
          { value: "bank", label: say("bank"), help: say("bankHelp") },
        ]}
      />
      <CheckboxField name="agree" label={say("agree")} defaultChecked />
      <SwitchField name="notify" label={say("notify")} help={say("notifyHelp")} defaultChecked />
      <TextareaField name="note" label={say("note")} />
      <SubmitButton>{say("send")}</SubmitButton>
    </PageForm>
  )
}

/** As a form looks that was sent and refused. */
function RefusedFields() {
  const say = useWords(words)
  const answer: FormAnswer = {
    intent: "refused",
    nextKey: "",
    values: { address: "mina@" },
    problem: {
      status: 422,
      code: "sandbox.sample",
      title: say("refusal"),
      detail: say("refusal"),
      errors: [
        { pointer: "#/address", detail: say("emailWrong") },
        { pointer: "#/amount", detail: say("refusal") },
      ],
    },
  }
  return (
    <PageForm intent="refused" answer={answer}>
      <TextField name="address" label={say("email")} required />
      <AmountField name="amount" label={say("amount")} currency="EUR" required />
      <TextField name="locked" label={say("disabled")} disabled defaultValue="O-8HA3507G7R" />
      <SwitchField name="off" label={say("notify")} disabled />
    </PageForm>
  )
}

const people: readonly Option[] = [
  "Mina Kim",
  "김서준",
  "Anna Weber",
  "이하은",
  "Jonas Keller",
  "박도윤",
].map((label, index) => ({ value: `acc_${index}`, label, about: `${index + 1}@example.com` }))

export function findSample(text: string): Promise<readonly Option[]> {
  const wanted = text.trim().toLowerCase()
  return Promise.resolve(people.filter(({ label }) => label.toLowerCase().includes(wanted)))
}
