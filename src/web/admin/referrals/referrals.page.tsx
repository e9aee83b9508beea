import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { TextField } from "../../ui/field.tsx"
import { FilterChoice, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words as stateWords } from "../../ui/referral.words.ts"
import { Amount, Moment } from "../../ui/texts.tsx"
import { readReferralFilter, states } from "./referral-filter.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async ({ api, me, newKey }) => ({
    page: await api.referrals.list({ ...page, ...readReferralFilter(search) }),
    canWrite: me.permissions.includes("referrals.write"),
    canSeePolicy: me.permissions.includes("referrals.policy.read"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values, intent }) => {
    const id = intent.split(":")[1] ?? ""
    await services.withKey(`${key}:${intent}`).referrals.void({ id, reason: values["reason"] ?? "" })
    return redirect("/admin/referrals")
  })
}

type Referral = Awaited<ReturnType<typeof loader>>["page"]["items"][number]
const tones = { waiting: "info", granted: "good", void: "neutral" } as const

export default function ReferralsPage() {
  const say = useWords(words)
  const sayState = useWords(stateWords)
  const { page, canSeePolicy } = useLoaderData<typeof loader>()
  const columns: Column<Referral>[] = [
    {
      key: "referrer",
      label: say("referrer"),
      cell: ({ referrerId, referrerName }) => <Customer id={referrerId} name={referrerName} />,
    },
    {
      key: "newcomer",
      label: say("newcomer"),
      cell: ({ accountId, accountName }) => <Customer id={accountId} name={accountName} />,
    },
    { key: "state", label: say("state"), cell: (row) => <State row={row} /> },
    { key: "got", label: say("got"), cell: (row) => <Got row={row} />, isWide: true },
    {
      key: "invoice",
      label: say("invoice"),
      isWide: true,
      cell: ({ invoiceId }) =>
        invoiceId ? (
          <Link className="text-accent underline" to={`/admin/invoices/${invoiceId}`}>
            {say("look")}
          </Link>
        ) : null,
    },
    {
      key: "createdAt",
      label: say("came"),
      isOrder: true,
      isWide: true,
      cell: ({ createdAt }) => <Moment at={createdAt} />,
    },
  ]
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          canSeePolicy ? <ButtonLink to="/admin/settings/referrals">{say("toPolicy")}</ButtonLink> : null
        }
      >
        {say("lead")}
      </PageHeader>
      <Filters exportPath="/admin/export/referrals">
        <FilterChoice
          name="state"
          label={say("state")}
          options={states.map((state) => ({ value: state, label: sayState(state) }))}
        />
      </Filters>
      <DataTable
        caption={say("title")}
        page={page}
        rowKey={({ id }) => id}
        empty={say("empty")}
        emptyHelp={say("emptyHelp")}
        columns={columns}
      />
    </Main>
  )
}

function Customer({ id, name }: { id: string; name: string }) {
  return (
    <Link className="text-accent underline" to={`/admin/customers/${id}`}>
      {name || id}
    </Link>
  )
}

function State({ row }: { row: Referral }) {
  const say = useWords(words)
  const sayState = useWords(stateWords)
  const { canWrite, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={tones[row.state]}>{sayState(row.state)}</Badge>
      {row.because ? <span className="text-muted text-xs">{row.reason ?? sayState(row.because)}</span> : null}
      {canWrite && row.state === "waiting" ? (
        <ConfirmDialog
          label={say("refuse")}
          title={say("refuseTitle")}
          consequence={say("refuseWhat")}
          intent={`void:${row.id}`}
          {...{ formKey, answer }}
        >
          <TextField name="reason" label={say("reason")} required minLength={3} maxLength={500} />
        </ConfirmDialog>
      ) : null}
    </span>
  )
}

function Got({ row: { referrerGot, newcomerGot } }: { row: Referral }) {
  if (!referrerGot || !newcomerGot) return null
  return (
    <>
      <Amount value={referrerGot} /> / <Amount value={newcomerGot} />
    </>
  )
}

export { PageError as ErrorBoundary }
