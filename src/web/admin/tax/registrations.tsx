import { useActionData, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { DateField } from "../../ui/date-field.tsx"
import { SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Day } from "../../ui/texts.tsx"
import { nameOfPlace } from "./place.ts"
import { PlaceFields } from "./place-fields.tsx"
import type { TaxFacts } from "./tax-facts.ts"
import { words } from "./words.ts"

const schemes = ["local", "oss", "non_union_oss"] as const

export function Registrations() {
  const say = useWords(words)
  const { settings, countries, canWrite, formKey } = useLoaderData<TaxFacts>()
  const answer = useActionData<FormAnswer>()
  const columns: Column<(typeof settings.registrations)[number]>[] = [
    { key: "place", label: say("place"), cell: (row) => nameOfPlace(row, countries) },
    { key: "number", label: say("number"), isWide: true, cell: ({ number }) => number },
    { key: "scheme", label: say("scheme"), isWide: true, cell: ({ scheme }) => say(scheme) },
    { key: "from", label: say("from"), cell: ({ from }) => <Day on={from} /> },
    {
      key: "until",
      label: say("until"),
      cell: ({ id, until, from }) => {
        if (until) return <Day on={until} />
        if (!canWrite) return say("open")
        return (
          <ConfirmDialog
            label={say("end")}
            title={say("endTitle")}
            consequence={say("endWhat")}
            intent={`end:${id}`}
            {...{ formKey, answer }}
          >
            <DateField name="until" label={say("lastDay")} min={from} required />
          </ConfirmDialog>
        )
      },
    },
  ]
  return (
    <Card title={say("registrations")}>
      <DataTable
        caption={say("registrations")}
        columns={columns}
        page={{ items: settings.registrations, next: null }}
        rowKey={({ id }) => id}
        empty={say("registrationsNone")}
      />
      {canWrite ? (
        <PageForm intent="register" {...{ formKey, answer }}>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <PlaceFields />
            <TextField name="number" label={say("number")} required maxLength={40} autoComplete="off" />
            <SelectField name="scheme" label={say("scheme")}>
              {schemes.map((one) => (
                <option key={one} value={one}>
                  {say(one)}
                </option>
              ))}
            </SelectField>
            <DateField name="from" label={say("from")} required />
          </div>
          <SubmitButton>{say("addRegistration")}</SubmitButton>
        </PageForm>
      ) : null}
    </Card>
  )
}
