import { useActionData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words } from "./product-days.words.ts"

interface Days {
  readonly productId: string
  readonly reminderDays: readonly number[]
  readonly suspendDays: number
  readonly terminateDays: number
}

interface ProductDaysProps {
  readonly days: readonly Days[]
  readonly products: readonly {
    readonly id: string
    readonly name: { readonly en: string; readonly ko: string }
  }[]
  readonly mayWrite: boolean
  readonly formKey: string
}

const REMOVE = "remove:"

/** The list as it will be: with what the form says of one product, or without the one that is taken out. */
export function changeProductDays(
  days: readonly Days[],
  intent: string,
  values: Readonly<Record<string, string>>,
): { productId: string; reminderDays: number[]; suspendDays: number; terminateDays: number }[] {
  const productId = intent.startsWith(REMOVE) ? intent.slice(REMOVE.length) : (values["productId"] ?? "")
  const others = days
    .filter((one) => one.productId !== productId)
    .map((one) => ({ ...one, reminderDays: [...one.reminderDays] }))
  if (intent.startsWith(REMOVE)) return others
  const reminders = (values["productReminders"] ?? "").split(/[\s,]+/).filter((part) => part !== "")
  return [
    ...others,
    {
      productId,
      reminderDays: reminders.map(Number),
      suspendDays: Number(values["productSuspend"]),
      terminateDays: Number(values["productTerminate"]),
    },
  ]
}

export function ProductDays({ days, products, mayWrite, formKey }: ProductDaysProps) {
  const say = useWords(words)
  const language = useLanguage()
  const answer = useActionData<FormAnswer>()
  const nameOf = (id: string) => products.find((one) => one.id === id)?.name[language] ?? say("unknown")
  return (
    <Card title={say("title")}>
      <p className="text-muted max-w-3xl text-sm">{say("what")}</p>
      {days.length === 0 ? <p className="text-sm">{say("none")}</p> : null}
      <ul className="divide-line divide-y">
        {days.map((one) => (
          <li key={one.productId} className="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
            <span>
              <strong className="block font-medium">{nameOf(one.productId)}</strong>
              <Says days={one} />
            </span>
            {mayWrite ? (
              <PageForm
                intent={`${REMOVE}${one.productId}`}
                formKey={`${formKey}:${one.productId}`}
                answer={answer}
              >
                <SubmitButton look="quiet" size="small">
                  {say("remove")}
                </SubmitButton>
              </PageForm>
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite && products.length > 0 ? <OneProduct {...{ products, formKey, answer }} /> : null}
    </Card>
  )
}

function Says({ days }: { days: Days }) {
  const say = useWords(words)
  const { reminderDays, suspendDays: suspend, terminateDays: terminate } = days
  if (reminderDays.length === 0) return say("saysNone", { suspend, terminate })
  return say("says", { reminders: reminderDays.join(", "), suspend, terminate })
}

interface OneProductProps extends Pick<ProductDaysProps, "products" | "formKey"> {
  readonly answer: FormAnswer | undefined
}

function OneProduct({ products, formKey, answer }: OneProductProps) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <PageForm
      intent="product"
      formKey={`${formKey}:product`}
      answer={answer}
      className="grid max-w-3xl gap-4 sm:grid-cols-2 sm:items-start"
    >
      <SelectField name="productId" label={say("product")} required>
        <option value="">{say("choose")}</option>
        {products.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[language]}
          </option>
        ))}
      </SelectField>
      <TextField name="productReminders" label={say("reminders")} defaultValue="7, 3, 1" />
      <TextField
        name="productSuspend"
        label={say("suspend")}
        type="number"
        min={1}
        max={90}
        defaultValue={2}
        required
      />
      <TextField
        name="productTerminate"
        label={say("terminate")}
        type="number"
        min={2}
        max={365}
        defaultValue={3}
        required
      />
      <div className="col-span-full">
        <SubmitButton>{say("save")}</SubmitButton>
      </div>
    </PageForm>
  )
}
