import { useState } from "react"
import type { WireMoney } from "#kit/money.ts"
import { decimalText } from "../../i18n/format.ts"
import { useWords } from "../../i18n/use-words.ts"
import { Button } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { SelectField, TextareaField, TextField } from "../../ui/field.tsx"
import { useRoot } from "../../use-root.ts"
import { MOST_LINES } from "./read-lines.ts"
import { words } from "./words.ts"

export interface WrittenLine {
  readonly words: string
  readonly quantity: number
  readonly unit: WireMoney
}

/** Lines of a paper written by hand: a few empty ones are there without a script, more with one. */
export function LineFields({ lines = [], title }: { lines?: readonly WrittenLine[]; title?: string }) {
  const say = useWords(words)
  const shop = useRoot()?.shop
  const [count, setCount] = useState(Math.min(MOST_LINES, Math.max(3, lines.length + 1)))
  return (
    <Card title={title ?? say("lines")}>
      <p className="text-muted text-sm">
        {say("unitHelp", { included: String(shop?.taxIncluded ?? false) })} {say("lineHelp")}
      </p>
      {Array.from({ length: count }, (_, index) => (
        <Line key={index} index={index} line={lines[index]} />
      ))}
      {count < MOST_LINES ? (
        <Button type="button" look="secondary" onClick={() => setCount(count + 1)}>
          {say("addLine")}
        </Button>
      ) : null}
    </Card>
  )
}

function Line({ index, line }: { index: number; line: WrittenLine | undefined }) {
  const say = useWords(words)
  const name = `lines/${index}`
  return (
    <fieldset className="grid items-start gap-3 sm:grid-cols-[minmax(0,42rem)_9rem_10rem]">
      <legend className="text-muted mb-1 text-xs">{say("line", { number: index + 1 })}</legend>
      <TextField
        name={`${name}/words`}
        label={say("words")}
        defaultValue={line?.words}
        maxLength={200}
        autoComplete="off"
      />
      <TextField
        name={`${name}/quantity`}
        label={say("quantity")}
        defaultValue={line?.quantity}
        type="number"
        min={1}
        step={1}
      />
      <TextField
        name={`${name}/unit`}
        label={say("unit")}
        defaultValue={line ? amountText(line.unit) : undefined}
        inputMode="decimal"
        autoComplete="off"
      />
    </fieldset>
  )
}

function amountText({ minor, currency }: WireMoney): string {
  return decimalText(minor, currency === "KRW" || currency === "JPY" ? 0 : 2)
}

export interface Written {
  readonly currency: WireMoney["currency"]
  readonly note: string | null
  readonly purchaseOrder: string | null
}

export interface WrittenFieldsProps {
  readonly title?: string
  /** What its customer pays in: of a paper that is begun. */
  readonly currency?: WireMoney["currency"] | undefined
  readonly written?: Written
  readonly children: React.ReactNode
}

/** What such a paper says besides its lines. */
export function WrittenFields({ title, currency, written, children }: WrittenFieldsProps) {
  const say = useWords(words)
  const shop = useRoot()?.shop
  return (
    <Card title={title ?? say("facts")}>
      <div className="space-y-4">
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <SelectField
            name="currency"
            label={say("currency")}
            defaultValue={written?.currency ?? currency ?? shop?.defaultCurrency}
          >
            {shop?.currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </SelectField>
          {children}
        </div>
        <TextField
          name="purchaseOrder"
          label={say("purchaseOrder")}
          help={say("purchaseOrderHelp")}
          defaultValue={written?.purchaseOrder ?? undefined}
          maxLength={60}
        />
        <TextareaField
          name="note"
          label={say("note")}
          help={say("noteHelp")}
          defaultValue={written?.note ?? undefined}
          maxLength={1_000}
        />
      </div>
    </Card>
  )
}
