import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatInstantDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount, Moment } from "../../ui/texts.tsx"
import { useTimeZone } from "../../use-root.ts"
import { words } from "./correction.words.ts"

const standings = ["waiting", "done", "left", "failed"] as const
const standingWords = { waiting: "waitingItems", done: "done", left: "left", failed: "failedItems" } as const
const standingTones = { waiting: "info", done: "good", left: "neutral", failed: "bad" } as const
const reasons = ["asked_too_little", "credited_already"] as const

export function loader(args: LoaderFunctionArgs) {
  const id = args.params["correction"] ?? ""
  const { search, page } = readPage(args.request)
  const { limit, after } = page
  const standing = standings.find((one) => one === search.get("standing"))
  return servePage(args, async ({ api, me, newKey }) => {
    const [correction, items] = await Promise.all([
      api.repricing.corrections.get({ id }),
      api.repricing.corrections.items({ id, limit, standing, ...(after ? { after } : {}) }),
    ])
    const canCorrect = me.permissions.includes("repricing.corrections.write")
    return { correction, items, canCorrect, formKey: newKey() }
  })
}

/** Once more, with the same versions: what is done is found and left. */
export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key }) => {
    const id = args.params["correction"] ?? ""
    const api = services.withKey(key).repricing.corrections
    const { planId, wrongVersionId, rightVersionId, reason } = await services.api.repricing.corrections.get({
      id,
    })
    await api.start({ planId, wrongVersionId, rightVersionId, reason })
    return redirect(`/admin/price-corrections/${id}`)
  })
}

type Item = Awaited<ReturnType<typeof loader>>["items"]["items"][number]

export default function CorrectionPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { correction, canCorrect, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={say("byVersion", {
          plan: correction.planName[language],
          wrong: correction.wrongVersion,
          right: correction.rightVersion,
        })}
        up={{ to: "/admin/price-corrections", label: say("corrections") }}
        aside={<Badge tone={correction.state === "over" ? "good" : "info"}>{say(correction.state)}</Badge>}
        actions={
          canCorrect && correction.failed > 0 ? (
            <ConfirmDialog
              label={say("again")}
              title={say("again")}
              consequence={say("againWhat")}
              intent="again"
              {...{ formKey, answer }}
            />
          ) : null
        }
      />
      <Facts />
      <Items />
    </Main>
  )
}

function Facts() {
  const say = useWords(words)
  const { correction } = useLoaderData<typeof loader>()
  return (
    <Card title={say("state")}>
      <FactList
        facts={[
          ...standings.map((standing) => ({
            label: say(standingWords[standing]),
            value: correction[standing],
          })),
          ...correction.credited.map((credited) => ({
            label: say("credited"),
            value: <Amount value={credited} />,
          })),
          { label: say("reason"), value: correction.reason },
          { label: say("createdAt"), value: <Moment at={correction.createdAt} /> },
          { label: say("passes"), value: correction.passes },
        ]}
      />
    </Card>
  )
}

function Items() {
  const say = useWords(words)
  const { items } = useLoaderData<typeof loader>()
  return (
    <>
      <Filters>
        <FilterChoice
          name="standing"
          label={say("state")}
          options={standings.map((value) => ({ value, label: say(standingWords[value]) }))}
        />
      </Filters>
      <DataTable
        caption={say("document")}
        page={items}
        rowKey={({ id }) => id}
        empty={say("nobody")}
        columns={[
          { key: "document", label: say("document"), cell: (one) => <Document one={one} /> },
          {
            key: "customer",
            label: say("customer"),
            isBelow: true,
            cell: ({ accountId, accountName }) => (
              <Link className="underline" to={`/admin/customers/${accountId}`}>
                {accountName}
              </Link>
            ),
          },
          {
            key: "standing",
            label: say("state"),
            isBelow: true,
            cell: ({ standing }) => (
              <Badge tone={standingTones[standing]}>{say(standingWords[standing])}</Badge>
            ),
          },
          { key: "result", label: say("result"), cell: (one) => <Result one={one} /> },
          {
            key: "credited",
            label: say("credited"),
            isNumber: true,
            isWide: true,
            cell: ({ credited }) =>
              credited ? <Amount value={credited} /> : <span aria-hidden="true">–</span>,
          },
        ]}
      />
    </>
  )
}

function Document({ one }: { one: Item }) {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  const name = one.number ?? (one.words?.[language] || say("subscription"))
  const to =
    one.kind === "line" ? `/admin/invoices/${one.invoiceId}` : `/admin/subscriptions/${one.documentId}`
  return (
    <>
      <Link className="text-accent wrap-anywhere underline" to={to}>
        {name}
      </Link>
      {one.since ? (
        <span className="text-muted block text-xs font-normal">
          {say("since", { day: formatInstantDay(one.since, language, timeZone) })}
        </span>
      ) : null}
    </>
  )
}

function Result({ one }: { one: Item }) {
  const say = useWords(words)
  const known = reasons.find((reason) => reason === one.because)
  if (one.because) return <span className="text-sm">{known ? say(known) : one.because}</span>
  if (one.standing !== "done") return null
  if (one.kind === "line") return say("noted")
  return say(one.resultId ? "askedAnew" : "priceSet")
}

export { PageError as ErrorBoundary }
