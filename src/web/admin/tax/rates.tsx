import { useActionData, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { DateField } from "../../ui/date-field.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Day } from "../../ui/texts.tsx"
import { nameOfPlace } from "./place.ts"
import { PlaceFields } from "./place-fields.tsx"
import type { TaxFacts } from "./tax-facts.ts"
import { words } from "./words.ts"

export function Rates() {
  const say = useWords(words)
  const language = useLanguage()
  const { settings, countries, canWrite, formKey } = useLoaderData<TaxFacts>()
  const answer = useActionData<FormAnswer>()
  type Rate = (typeof settings.rates)[number]
  const sayRate = ({ percent, sharePercent: share, effectivePercent: effective }: Rate) =>
    share === "100" ? `${percent}%` : say("effective", { percent, share, effective })
  const columns: Column<Rate>[] = [
    { key: "place", label: say("place"), cell: (row) => nameOfPlace(row, countries) },
    { key: "class", label: say("taxClass"), isWide: true, cell: ({ taxClass }) => taxClass },
    { key: "rate", label: say("rate"), cell: (row) => `${row.label[language]} ${sayRate(row)}` },
    { key: "from", label: say("from"), cell: ({ from }) => <Day on={from} /> },
    {
      key: "until",
      label: say("until"),
      isWide: true,
      cell: ({ until }) => (until ? <Day on={until} /> : say("open")),
    },
    { key: "source", label: say("source"), cell: ({ source }) => source, isWide: true },
  ]
  return (
    <Card title={say("rates")}>
      <p className="text-muted text-sm">{say("ratesLead")}</p>
      <DataTable
        caption={say("rates")}
        columns={columns}
        page={{ items: settings.rates, next: null }}
        rowKey={({ id }) => id}
        empty={say("ratesNone")}
      />
      {canWrite ? (
        <PageForm intent="rate" {...{ formKey, answer }}>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <PlaceFields />
            <TextField
              name="taxClass"
              label={say("taxClass")}
              help={say("taxClassHelp")}
              defaultValue="standard"
              maxLength={31}
            />
            <TextField name="percent" label={say("percent")} inputMode="decimal" required maxLength={8} />
            <TextField
              name="share"
              label={say("share")}
              help={say("shareHelp")}
              inputMode="decimal"
              defaultValue="100"
              maxLength={8}
            />
            <DateField name="from" label={say("from")} required />
            <TextField name="source" label={say("source")} maxLength={200} />
          </div>
          <SubmitButton>{say("addRate")}</SubmitButton>
        </PageForm>
      ) : null}
    </Card>
  )
}
