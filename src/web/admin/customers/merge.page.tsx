import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { textFilter } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextareaField } from "../../ui/field.tsx"
import { Filters, FilterText } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount } from "../../ui/texts.tsx"
import { words } from "./merge.words.ts"

type Plan = Awaited<ReturnType<ApiClient["customers"]["merges"]["preview"]>>

export function loader(args: LoaderFunctionArgs) {
  const id = args.params["account"] ?? ""
  const { searchParams } = new URL(args.request.url)
  return servePage(args, async ({ api, newKey }) => {
    const [text, intoId] = [textFilter(searchParams, "find"), textFilter(searchParams, "into")]
    const { name } = await api.customers.get({ id })
    const found = text ? (await api.customers.search({ text, limit: 10 })).items : []
    return {
      id,
      name,
      isSearched: text !== undefined,
      found: found.filter((one) => one.accountId !== id),
      plan: intoId ? await api.customers.merges.preview({ id, intoId }) : null,
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  const id = args.params["account"] ?? ""
  return serveForm(args, async ({ services, key, intent, values }) => {
    const intoId = intent.split(":")[1] ?? ""
    const wish = { id, intoId, reason: values["reason"] ?? "" }
    const { accountId } = await services.withKey(key).customers.merges.merge(wish)
    return redirect(`/admin/customers/${accountId}`)
  })
}

export default function MergePage() {
  const say = useWords(words)
  const { id, name, isSearched, found, plan } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title", { name })} up={{ to: `/admin/customers/${id}`, label: say("back") }}>
        {say("lead")}
      </PageHeader>
      <Filters>
        <FilterText name="find" label={say("find")} placeholder={say("findHelp")} isWide />
      </Filters>
      {isSearched && found.length === 0 ? <p className="text-muted text-sm">{say("nobody")}</p> : null}
      {found.length > 0 ? (
        <ul className="divide-line divide-y text-sm">
          {found.map((one) => (
            <li
              key={one.accountId}
              className="flex items-center justify-between gap-x-3 py-2 sm:justify-start"
            >
              <span className="min-w-0 sm:flex sm:gap-x-3">
                <span className="block font-medium">{one.name}</span>
                <span className="text-muted block wrap-anywhere">{one.email}</span>
              </span>
              <Link
                className="text-accent shrink-0 underline"
                to={`?into=${one.accountId}`}
                aria-label={`${say("choose")}: ${one.name} ${one.email}`}
              >
                {say("choose")}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {plan ? <Preview plan={plan} /> : null}
    </Main>
  )
}

const moved = ["services", "orders", "openRequests", "people", "notes", "files", "tags", "fields"] as const

function Preview({ plan }: { plan: Plan }) {
  const say = useWords(words)
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { from, into } = plan
  return (
    <Card>
      <FactList
        facts={[
          { label: say("from"), value: `${from.name} <${from.email}>` },
          { label: say("into"), value: `${into.name} <${into.email}>` },
          {
            label: say("moves"),
            value: moved.map((one) => `${say(one)}: ${plan.moves[one]}`).join(" · "),
          },
          {
            label: say("stays"),
            value: `${say("invoices")}: ${plan.stays.invoices} · ${say("creditNotes")}: ${plan.stays.creditNotes}`,
          },
          {
            label: say("ends"),
            value: `${say("keys")}: ${plan.ends.keys} · ${say("invitations")}: ${plan.ends.invitations}`,
          },
          ...plan.money.map(({ kind, amount }) => ({
            label: `${say("money")}: ${say(`money.${kind}`)} (${amount.currency})`,
            value: <Amount value={amount} />,
          })),
        ]}
      />
      {plan.obstacles.length > 0 ? (
        <Banner tone="warn">
          <p className="font-medium">{say("obstacles")}</p>
          <ul className="list-inside list-disc">
            {plan.obstacles.map((one) => (
              <li key={one}>{say(`obstacle.${one}`)}</li>
            ))}
          </ul>
        </Banner>
      ) : (
        <ConfirmDialog
          label={say("merge")}
          look="danger"
          title={say("mergeTitle", { from: from.name, into: into.name })}
          consequence={say("mergeWhat")}
          intent={`merge:${into.id}`}
          {...{ formKey, answer }}
        >
          <TextareaField
            name="reason"
            label={say("reason")}
            help={say("reasonHelp")}
            required
            maxLength={500}
          />
        </ConfirmDialog>
      )}
      <p>
        <Link
          className="text-accent text-sm underline"
          to={`/admin/customers/${into.id}/merge?into=${from.id}`}
        >
          {say("swap")}
        </Link>
      </p>
    </Card>
  )
}

export { PageError as ErrorBoundary }
