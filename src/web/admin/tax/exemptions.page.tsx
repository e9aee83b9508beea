import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { countriesIn } from "../../storefront/orders/countries.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { DateField } from "../../ui/date-field.tsx"
import { SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Day } from "../../ui/texts.tsx"
import { words } from "./exemptions.words.ts"
import { nameOfPlace } from "./place.ts"

export function loader(args: LoaderFunctionArgs) {
  const id = args.params["account"] ?? ""
  return servePage(args, async ({ api, me, language, newKey }) => ({
    customer: await api.customers.get({ id }),
    exemptions: (await api.tax.exemptions.list({ id })).items,
    countries: countriesIn(language),
    canWrite: me.permissions.includes("tax.exemptions.write"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values, intent }) => {
    const id = args.params["account"] ?? ""
    const { exemptions } = services.withKey(`${key}:${intent}`).tax
    const text = (field: string) => values[field] ?? ""
    const [act = "", subject = ""] = intent.split(":")
    if (act === "end") await exemptions.end({ id: subject, until: text("until") })
    else {
      await exemptions.add({
        id,
        country: text("country"),
        region: text("region"),
        number: text("number"),
        from: text("from"),
        until: text("until"),
        reference: text("reference"),
      })
    }
    return redirect(`/admin/customers/${id}/exemptions?done=saved`)
  })
}

const tones = { holds: "good", coming: "neutral", ends_soon: "warn", over: "neutral" } as const

export default function ExemptionsPage() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const { customer, exemptions, countries, canWrite, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const columns: Column<(typeof exemptions)[number]>[] = [
    { key: "place", label: say("place"), cell: (row) => nameOfPlace(row, countries) },
    { key: "number", label: say("number"), cell: ({ number }) => number },
    {
      key: "days",
      label: say("days"),
      cell: ({ from, until }) => (
        <>
          <Day on={from} /> – <Day on={until} />
        </>
      ),
    },
    { key: "reference", label: say("reference"), cell: ({ reference }) => reference },
    {
      key: "state",
      label: say("state"),
      cell: ({ id, state, from, until }) => (
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={tones[state]}>{say(state)}</Badge>
          {canWrite && state !== "over" ? (
            <ConfirmDialog
              label={say("end")}
              title={say("endTitle")}
              consequence={say("endWhat")}
              intent={`end:${id}`}
              {...{ formKey, answer }}
            >
              <DateField name="until" label={say("until")} min={from} max={until} required />
            </ConfirmDialog>
          ) : null}
        </span>
      ),
    },
  ]
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: `/admin/customers/${customer.id}`, label: customer.name }}>
        {say("lead")}
      </PageHeader>
      {search.get("done") && !answer ? <Banner tone="good">{say("saved")}</Banner> : null}
      <DataTable
        caption={say("title")}
        columns={columns}
        page={{ items: exemptions, next: null }}
        rowKey={({ id }) => id}
        empty={say("none")}
      />
      {canWrite ? <NewExemption /> : null}
    </Main>
  )
}

function NewExemption() {
  const say = useWords(words)
  const { customer, countries, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Card title={say("addTitle")}>
      <PageForm intent="add" {...{ formKey, answer }}>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <SelectField name="country" label={say("country")} defaultValue={customer.country} required>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <TextField name="region" label={say("region")} help={say("regionHelp")} maxLength={3} />
          <TextField name="number" label={say("number")} required maxLength={60} autoComplete="off" />
          <TextField
            name="reference"
            label={say("reference")}
            help={say("referenceHelp")}
            required
            maxLength={200}
          />
          <DateField name="from" label={say("from")} required />
          <DateField name="until" label={say("until")} required />
        </div>
        <SubmitButton>{say("add")}</SubmitButton>
      </PageForm>
    </Card>
  )
}

export { PageError as ErrorBoundary }
