import type { Currency } from "#kit/money.ts"
import { decimalText, formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type Cycle, cycleMonths, cycles } from "../../ui/cycle.ts"
import { words as cycleWords } from "../../ui/cycle.words.ts"
import { control, FieldWords } from "../../ui/field.tsx"
import { useFieldState } from "../../ui/form.tsx"
import { savingOver } from "../../ui/saving.ts"
import type { PlanText } from "./range.ts"
import { words } from "./words.ts"

type Row = Partial<Record<Cycle, { readonly amount: string; readonly setupFee: string }>>

const places: Readonly<Record<Currency, number>> = { EUR: 2, GBP: 2, JPY: 0, KRW: 0, USD: 2 }

export interface PriceGridProps {
  readonly prices: PlanText["prices"]
  readonly currencies: readonly Currency[]
  /** What its fields are called before the currency. */
  readonly prefix?: string
  /** Those that make sense; absent: all there are. */
  readonly terms?: readonly Cycle[]
  readonly title?: string
  readonly help?: string
}

/** A line for each term, a table for each currency: short enough for a phone. */
export function PriceGrid(props: PriceGridProps) {
  const { prices, currencies, prefix = "prices", terms = cycles, title, help } = props
  const say = useWords(words)
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="text-sm font-semibold">{title ?? say("prices")}</legend>
      <p className="text-muted text-sm">{help ?? say("pricesHelp")}</p>
      <div className="grid gap-x-8 gap-y-6 xl:grid-cols-2">
        {currencies.map((currency) => (
          <CurrencyTable key={currency} row={prices[currency] ?? {}} {...{ currency, prefix, terms }} />
        ))}
      </div>
    </fieldset>
  )
}

interface CurrencyTableProps {
  readonly currency: Currency
  readonly row: Row
  readonly prefix: string
  readonly terms: readonly Cycle[]
}

function CurrencyTable({ currency, row, prefix, terms }: CurrencyTableProps) {
  const say = useWords(words)
  const sayCycle = useWords(cycleWords)
  return (
    <table className="w-full text-sm">
      <caption className="pb-2 text-start font-medium">{currency}</caption>
      <thead className="text-muted text-xs">
        <tr>
          <th scope="col" className="pb-1 text-start font-medium">
            {say("cycle")}
          </th>
          <th scope="col" className="px-1 pb-1 text-end font-medium">
            {say("amount")}
          </th>
          <th scope="col" className="pb-1 text-end font-medium">
            {say("setup")}
          </th>
        </tr>
      </thead>
      <tbody>
        {terms.map((cycle) => (
          <tr key={cycle} className="align-top">
            <th scope="row" className="py-1 pe-2 text-start align-middle leading-tight font-normal">
              {sayCycle(cycle)}
              <SavingNote {...{ row, cycle, currency }} />
            </th>
            <td className="w-[34%] px-1 py-1">
              <Cell
                name={`${prefix}/${currency}/${cycle}/amount`}
                label={say("cellAmount", { currency, cycle: sayCycle(cycle) })}
                currency={currency}
                minor={row[cycle]?.amount}
              />
            </td>
            <td className="w-[28%] py-1">
              <Cell
                name={`${prefix}/${currency}/${cycle}/setupFee`}
                label={say("cellSetup", { currency, cycle: sayCycle(cycle) })}
                currency={currency}
                minor={row[cycle]?.setupFee === "0" ? undefined : row[cycle]?.setupFee}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  readonly name: string
  readonly label: string
  readonly currency: Currency
  readonly minor: string | undefined
}

function Cell({ name, label, currency, minor }: CellProps) {
  const text = minor === undefined ? undefined : decimalText(minor, places[currency])
  const { attributes, id, error } = useFieldState(name, text, false)
  return (
    <>
      <input
        {...attributes}
        aria-label={label}
        inputMode={places[currency] === 0 ? "numeric" : "decimal"}
        autoComplete="off"
        className={`${control} text-end tabular-nums`}
      />
      <FieldWords id={id} help={undefined} error={error} />
    </>
  )
}

/** What the saved price of a longer term is worth against its months one by one. */
function SavingNote({ row, cycle, currency }: { row: Row; cycle: Cycle; currency: Currency }) {
  const say = useWords(words)
  const language = useLanguage()
  const [whole, month] = [row[cycle]?.amount, row.monthly?.amount]
  const saving = savingOver({ whole, month, months: cycleMonths[cycle] ?? 0 })
  if (!saving) return null
  const { minor, percent, monthsFree } = saving
  const amount = formatAmount({ minor: (minor < 0n ? -minor : minor).toString(), currency }, language)
  return (
    <span className={`block text-xs ${minor > 0n ? "text-good" : "text-warn"}`}>
      {minor < 0n
        ? say("dearer", { percent: -percent, amount })
        : monthsFree > 0
          ? say("savingMonths", { months: monthsFree, amount })
          : say("saving", { percent, amount })}
    </span>
  )
}
