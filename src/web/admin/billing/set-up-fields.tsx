import type { ApiClient } from "../../api-context.ts"
import { formatAmount } from "../../i18n/format.ts"
import type { Language } from "../../i18n/languages.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { QuantityField } from "../../ui/amount-field.tsx"
import { Card } from "../../ui/card.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { ComboboxField } from "../../ui/combobox-field.tsx"
import { type Cycle, cycleMonths, cycles } from "../../ui/cycle.ts"
import { words as cycleWords } from "../../ui/cycle.words.ts"
import { DateField } from "../../ui/date-field.tsx"
import { SelectField, TextareaField, TextField } from "../../ui/field.tsx"
import type { Option } from "../../ui/option.ts"
import { findCustomers } from "../picks.tsx"
import { BoundsFields } from "./bounds-fields.tsx"
import { words as editWords } from "./edit.words.ts"
import { words } from "./set-up.words.ts"

type Products = Awaited<ReturnType<ApiClient["catalog"]["products"]["list"]>>["items"]
type Plan = Products[number]["plans"][number]

export interface SetUpFieldsProps {
  readonly customer: Option | null
  readonly products: Products
  readonly currency: string
  readonly today: string
}

export function SetUpFields(props: SetUpFieldsProps) {
  const say = useWords(words)
  const sayEdit = useWords(editWords)
  const { customer, products, currency, today } = props
  const prices = products.flatMap(({ plans }) => plans.flatMap((plan) => plan.prices))
  const currencies = [...new Set([currency, ...prices.map(({ amount }) => amount.currency)])]
  return (
    <Card>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <ComboboxField
          name="accountId"
          label={say("customer")}
          help={say("customerHelp")}
          find={findCustomers}
          {...(customer ? { defaultOption: customer } : {})}
          required
        />
        <PlanField products={products} />
        <TextField name="label" label={say("label")} help={say("labelHelp")} maxLength={120} />
        <QuantityField name="quantity" label={say("quantity")} help={say("quantityHelp")} max={1_000} />
        <BoundsFields bounds={null} />
        <SelectField name="currency" label={say("currency")} defaultValue={currency}>
          {currencies.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </SelectField>
        <TextField
          name="price"
          label={say("price")}
          help={say("priceHelp")}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField name="reason" label={say("reason")} help={say("reasonHelp")} maxLength={500} />
        <DateField
          name="startsOn"
          label={say("startsOn")}
          help={say("startsOnHelp")}
          min={today}
          defaultValue={today}
          required
        />
        <ChoiceField
          name="collection"
          label={say("collection")}
          defaultValue="manual"
          choices={[
            { value: "manual", label: say("manual") },
            { value: "automatic", label: say("automatic"), help: say("automaticHelp") },
          ]}
        />
        <TextField
          name="purchaseOrder"
          label={sayEdit("purchaseOrder")}
          help={sayEdit("purchaseOrderHelp")}
          maxLength={60}
        />
        <TextareaField name="memo" label={sayEdit("memo")} help={sayEdit("memoHelp")} maxLength={2_000} />
      </div>
    </Card>
  )
}

/** One choice of both: what is wrong with either is said at it. */
function PlanField({ products }: { products: Products }) {
  const say = useWords(words)
  const sayCycle = useWords(cycleWords)
  const language = useLanguage()
  const plans = Map.groupBy(
    products.flatMap((product) => product.plans),
    ({ id }) => id,
  )
  const offers = [...plans.values()].flatMap((sold) =>
    cycles
      .filter((cycle) => cycle === "daily" || cycleMonths[cycle] !== null)
      .map((cycle) => ({ sold, cycle, prices: pricesOf(sold, cycle, language) }))
      .filter(({ prices }) => prices.length > 0),
  )
  return (
    <SelectField name="cycle" label={say("plan")} required>
      {offers.map(({ sold: [plan], cycle, prices }) => (
        <option key={`${plan?.id}:${cycle}`} value={`${plan?.id}:${cycle}`}>
          {plan?.name[language]} · {sayCycle(cycle)} ({prices.join(", ")})
        </option>
      ))}
    </SelectField>
  )
}

/** The same plan once for each currency that it is sold in. */
function pricesOf(sold: readonly Plan[], cycle: Cycle, language: Language): string[] {
  const prices = sold.flatMap((plan) => plan.prices).filter((price) => price.cycle === cycle)
  return [...new Map(prices.map(({ id, amount }) => [id, formatAmount(amount, language)])).values()]
}
