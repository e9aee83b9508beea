import type { ApiClient } from "../../api-context.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { words as cycleWords } from "../../ui/cycle.words.ts"
import { DateField } from "../../ui/date-field.tsx"
import { SelectField, TextField } from "../../ui/field.tsx"
import { words } from "../../ui/quote.words.ts"
import { LineFields, WrittenFields } from "./line-fields.tsx"
import { PLAN_ROWS } from "./read-quote.ts"

export type Products = Awaited<ReturnType<ApiClient["catalog"]["products"]["list"]>>["items"]
export type Quote = Awaited<ReturnType<ApiClient["paperwork"]["quotes"]["get"]>>

/** Plans, free lines, and what else a quote says. */
export function QuoteFields({
  products,
  today,
  quote,
  currency,
}: {
  products: Products
  today: string
  quote?: Quote
  currency?: Quote["currency"] | undefined
}) {
  const say = useWords(words)
  const plans = quote?.lines.filter((line) => line.plan) ?? []
  // What the catalogue adds to a plan comes again with the plan.
  const free = quote?.lines.filter((line) => !line.plan && !isSetup(line, plans)) ?? []
  return (
    <>
      <Card title={say("plans")}>
        <p className="text-muted text-sm">{say("plansHelp")}</p>
        {Array.from({ length: PLAN_ROWS }, (_, index) => (
          <PlanRow key={index} index={index} products={products} line={plans[index]} />
        ))}
      </Card>
      <LineFields lines={free} title={say("free")} />
      <WrittenFields title={say("facts")} currency={currency} {...(quote ? { written: quote } : {})}>
        <DateField
          name="validUntil"
          label={say("validUntil")}
          min={today}
          required
          defaultValue={quote?.validUntil}
        />
      </WrittenFields>
    </>
  )
}

function isSetup(line: Quote["lines"][number], plans: Quote["lines"]): boolean {
  const title = line.words.replace(/ \((set-up|설치비)\)$/, "")
  return title !== line.words && plans.some((plan) => plan.words.startsWith(title))
}

function PlanRow({
  index,
  products,
  line,
}: {
  index: number
  products: Products
  line: Quote["lines"][number] | undefined
}) {
  const say = useWords(words)
  const sayCycle = useWords(cycleWords)
  const language = useLanguage()
  const name = `plans/${index}`
  const plan = line?.plan
  const unique = <One extends { readonly id: string }>(all: readonly One[]) => [
    ...new Map(all.map((one) => [one.id, one])).values(),
  ]
  return (
    <fieldset className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-5">
      <SelectField
        name={`${name}/plan`}
        label={say("plan")}
        defaultValue={plan ? `${plan.planId}:${plan.cycle}` : ""}
      >
        <option value="">{say("noPlan")}</option>
        {products.flatMap((product) =>
          product.plans.flatMap((one) =>
            unique(one.prices.map(({ cycle }) => ({ id: cycle }))).map(({ id: cycle }) => (
              <option key={`${one.id}:${cycle}`} value={`${one.id}:${cycle}`}>
                {one.name[language]} · {sayCycle(cycle)}
              </option>
            )),
          ),
        )}
      </SelectField>
      <TextField
        name={`${name}/hostname`}
        label={say("hostname")}
        defaultValue={plan?.hostname}
        autoComplete="off"
        maxLength={253}
      />
      <SelectField name={`${name}/location`} label={say("location")} defaultValue={plan?.locationId}>
        {unique(products.flatMap((product) => product.locations)).map((one) => (
          <option key={one.id} value={one.id}>
            {one.name[language]}
          </option>
        ))}
      </SelectField>
      <SelectField name={`${name}/image`} label={say("image")} defaultValue={plan?.imageId}>
        {unique(products.flatMap((product) => product.images)).map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <TextField
        name={`${name}/quantity`}
        label={say("quantity")}
        defaultValue={line?.quantity ?? 1}
        type="number"
        min={1}
        step={1}
      />
    </fieldset>
  )
}
