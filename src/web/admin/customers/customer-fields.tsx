import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card, FactList } from "../../ui/card.tsx"
import { SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import type { Customer } from "./customer.ts"
import { words } from "./customer.words.ts"

export type Field = Awaited<ReturnType<ApiClient["customers"]["fields"]["list"]>>["items"][number]

export interface FieldsProps {
  readonly customer: Customer
  readonly fields: readonly Field[]
  readonly canWrite: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

export function Fields({ customer, fields, canWrite, formKey, answer }: FieldsProps) {
  const say = useWords(words)
  if (!canWrite) {
    return (
      <Card title={say("fields")}>
        <FactList
          facts={fields.map((field) => ({ label: field.name, value: customer.fields[field.id] ?? "–" }))}
        />
      </Card>
    )
  }
  return (
    <Card title={say("fields")}>
      <PageForm intent="fields" formKey={formKey} answer={answer} className="space-y-3">
        <div className="grid items-start gap-3 sm:grid-cols-2">
          {fields.map((field) => (
            <FieldInput key={field.id} field={field} value={customer.fields[field.id] ?? ""} />
          ))}
        </div>
        <SubmitButton look="secondary">{say("saveFields")}</SubmitButton>
      </PageForm>
    </Card>
  )
}

function FieldInput({ field, value }: { field: Field; value: string }) {
  const say = useWords(words)
  const shared = { name: `values/${field.id}`, label: field.name, defaultValue: value }
  if (field.kind === "choice" || field.kind === "yes_no") {
    const options =
      field.kind === "choice"
        ? field.choices.map((choice) => ({ value: choice, label: choice }))
        : (["yes", "no"] as const).map((one) => ({ value: one, label: say(one) }))
    return (
      <SelectField {...shared}>
        <option value="">–</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </SelectField>
    )
  }
  if (field.kind === "date") return <TextField {...shared} type="date" />
  if (field.kind === "number") return <TextField {...shared} inputMode="decimal" maxLength={20} />
  return <TextField {...shared} maxLength={500} />
}
