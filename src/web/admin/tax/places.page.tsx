import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { countriesIn } from "../../storefront/orders/countries.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { SelectField, TextareaField } from "../../ui/field.tsx"
import { FilterChoice, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Moment } from "../../ui/texts.tsx"
import { nameOfPlace } from "./place.ts"
import { words } from "./places.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  const state = search.get("state") === "settled" ? ("settled" as const) : ("open" as const)
  return servePage(args, async ({ api, me, language, newKey }) => {
    const proofs = await api.tax.placeProofs.list({ ...page, state })
    const named = new Set(
      proofs.items.flatMap(({ country, evidence, settled }) => [
        country,
        settled?.country,
        ...evidence.map((piece) => piece.country),
      ]),
    )
    return {
      proofs,
      state,
      countries: countriesIn(language).filter(({ code }) => named.has(code)),
      canWrite: me.permissions.includes("tax.place-proofs.write"),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values, intent }) => {
    const { placeProofs } = services.withKey(`${key}:${intent}`).tax
    const [, id = ""] = intent.split(":")
    await placeProofs.settle({ id, country: values["country"] ?? "", reason: values["reason"] ?? "" })
    return redirect("/admin/ledger/tax/places?done=settled")
  })
}

type Proof = Awaited<ReturnType<typeof loader>>["proofs"]["items"][number]

export default function PlacesPage() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const { proofs, state } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/settings/tax", label: say("back") }}>
        {say("lead")}
      </PageHeader>
      {search.get("done") && !answer ? <Banner tone="good">{say("done")}</Banner> : null}
      <Filters>
        <FilterChoice
          name="state"
          label={say("state")}
          shown={state}
          options={(["open", "settled"] as const).map((value) => ({ value, label: say(value) }))}
        />
      </Filters>
      <DataTable
        caption={say("title")}
        page={proofs}
        rowKey={({ id }) => id}
        empty={say("none")}
        emptyHelp={say("noneHelp")}
        emptyIcon="globe"
        columns={useColumns()}
      />
    </Main>
  )
}

function useColumns(): Column<Proof>[] {
  const say = useWords(words)
  const { countries } = useLoaderData<typeof loader>()
  const nameOf = (country: string) => nameOfPlace({ country, region: "" }, countries)
  return [
    { key: "invoice", label: say("invoice"), cell: (row) => <Invoice proof={row} /> },
    {
      key: "customer",
      label: say("customer"),
      cell: ({ accountId, accountName }) => (
        <Link className="text-accent underline" to={`/admin/customers/${accountId}`}>
          {accountName || accountId}
        </Link>
      ),
      isWide: true,
    },
    { key: "charged", label: say("charged"), cell: ({ country }) => nameOf(country), isWide: true },
    {
      key: "evidence",
      label: say("evidence"),
      cell: ({ evidence }) => (
        <ul>
          {evidence.map(({ kind, country }) => (
            <li key={kind}>
              <span className="text-muted">{say(kind)}</span> {nameOf(country)}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: "verdict",
      label: say("verdict"),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          {row.settled ? (
            say("settledAs", { country: nameOf(row.settled.country), reason: row.settled.reason })
          ) : (
            <Badge tone={row.verdict === "contradictory" ? "bad" : "warn"}>{say(row.verdict)}</Badge>
          )}
          <Settle proof={row} nameOf={nameOf} />
        </span>
      ),
    },
  ]
}

function Invoice({ proof: { documentId, documentNumber, at } }: { proof: Proof }) {
  return (
    <>
      <Link className="text-accent underline" to={`/admin/invoices/${documentId}`}>
        {documentNumber}
      </Link>
      <span className="text-muted block text-xs font-normal">
        <Moment at={at} />
      </span>
    </>
  )
}

/** One of the places that anything speaks for: the one that is charged stands first. */
function Settle({ proof, nameOf }: { proof: Proof; nameOf: (country: string) => string }) {
  const say = useWords(words)
  const { canWrite, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (!canWrite || proof.settled) return null
  const choices = [...new Set([proof.country, ...proof.evidence.map(({ country }) => country)])]
  return (
    <ConfirmDialog
      label={say("settle")}
      title={say("settleTitle")}
      consequence={say("settleWhat")}
      intent={`settle:${proof.id}`}
      {...{ formKey, answer }}
    >
      <SelectField name="country" label={say("country")} defaultValue={proof.country} required>
        {choices.map((code) => (
          <option key={code} value={code}>
            {nameOf(code)}
          </option>
        ))}
      </SelectField>
      <TextareaField name="reason" label={say("reason")} help={say("reasonHelp")} required maxLength={500} />
    </ConfirmDialog>
  )
}

export { PageError as ErrorBoundary }
