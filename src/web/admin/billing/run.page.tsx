import { lazy } from "react"
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { currencyCodes } from "#kit/money.ts"
import { formatAmount, formatNumber } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { textFilter } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { FilterDay, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount } from "../../ui/texts.tsx"
import { useRoot } from "../../use-root.ts"
import { findWork } from "../operations/find-work.ts"
import { words } from "./run.words.ts"

/** A price that changes is told of a month before at the most. */
const DAYS_AHEAD = 30
const MOST_PENDING = 50

const PendingPrices = lazy(() =>
  import("../repricing/pending-prices.tsx").then((module) => ({ default: module.PendingPrices })),
)
/** No boundary around it: the server waits for it, and without scripts it is there. */
const WorkProgress = lazy(() =>
  import("../operations/work-progress.tsx").then((module) => ({ default: module.WorkProgress })),
)

export function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  return servePage(args, async (services) => {
    const { api, me, newKey } = services
    const run = await api.billing.renewalRun.preview({ on: textFilter(search, "on") })
    const until = Temporal.PlainDate.from(run.on).add({ days: DAYS_AHEAD }).toString()
    const pending = me.permissions.includes("repricing.changes.read")
      ? await api.repricing.changes.pending({ until, limit: MOST_PENDING })
      : null
    const latest = await findWork(services, { name: "billing.collect" })
    return { run, pending, until, latest, formKey: newKey() }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const sums = currencyCodes.flatMap((currency) => {
      const minor = values[currency]
      return minor === undefined ? [] : [{ minor, currency }]
    })
    await services.withKey(key).billing.renewalRun.confirm({ sums })
    return redirect("/admin/subscriptions/run")
  })
}

type Run = Awaited<ReturnType<typeof loader>>["run"]

export default function RunPage() {
  const say = useWords(words)
  const { run, pending, until, latest } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/subscriptions", label: say("back") }}>
        {say("lead")}
      </PageHeader>
      <Stop />
      <Filters>
        <FilterDay name="on" label={say("on")} shown={run.on} />
      </Filters>
      {run.sums.length === 0 ? (
        <EmptyState icon="calendar" title={say("none")}>
          {say("noneHelp")}
        </EmptyState>
      ) : (
        <>
          <Sums run={run} />
          <Changes run={run} />
        </>
      )}
      {pending ? <PendingPrices page={pending} until={until} /> : null}
      {latest ? <WorkProgress work={latest} label={say("latest")} /> : null}
    </Main>
  )
}

/** Why it waits, and the one act that lets it go on. */
function Stop() {
  const say = useWords(words)
  const language = useLanguage()
  const { run, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const mayConfirm = useRoot()?.me.permissions.includes("billing.renewal-run.write")
  const limits = (
    <Link className="underline" to="/admin/settings/collecting">
      {say("limits")}
    </Link>
  )
  if (!run.isHeld) {
    return run.stops.length === 0 ? null : (
      <Banner tone="warn">
        {say("wouldHold")} {limits}
      </Banner>
    )
  }
  const sums = run.sums.map(({ now }) => formatAmount(now, language)).join(", ")
  const subscriptions = run.sums.reduce((total, one) => total + one.subscriptions, 0)
  return (
    <Banner tone="bad">
      <p className="font-semibold">{say("held")}</p>
      <p>{say(run.stops.includes("total") ? "heldTotal" : "heldLine")}</p>
      <p className="mb-3">
        {say("heldWhat")} {limits}
      </p>
      {mayConfirm ? (
        <ConfirmDialog
          label={say("confirm")}
          title={say("sure")}
          consequence={say("consequence", { subscriptions, sums })}
          intent="confirm"
          {...{ formKey, answer }}
        >
          {run.sums.map(({ now }) => (
            <input key={now.currency} type="hidden" name={now.currency} value={now.minor} />
          ))}
        </ConfirmDialog>
      ) : null}
    </Banner>
  )
}

function Difference({ percent }: { percent: number }) {
  const say = useWords(words)
  const figure = formatNumber(percent, useLanguage())
  return say("percent", { percent: percent > 0 ? `+${figure}` : figure })
}

function Sums({ run }: { run: Run }) {
  const say = useWords(words)
  return (
    <Card title={say("sums")}>
      <DataTable
        caption={say("sums")}
        page={{ items: run.sums, next: null }}
        rowKey={(one) => one.currency}
        empty={say("none")}
        columns={[
          { key: "currency", label: say("currency"), cell: (one) => one.currency },
          {
            key: "subscriptions",
            label: say("subscriptions"),
            cell: (one) => one.subscriptions,
            isNumber: true,
          },
          {
            key: "accounts",
            label: say("accounts"),
            cell: (one) => one.accounts,
            isNumber: true,
            isWide: true,
          },
          {
            key: "automatic",
            label: say("automatic"),
            cell: (one) => one.automatic,
            isNumber: true,
            isWide: true,
          },
          { key: "now", label: say("now"), cell: (one) => <Amount value={one.now} />, isNumber: true },
          {
            key: "before",
            label: say("before"),
            cell: (one) => <Amount value={one.before} />,
            isNumber: true,
            isWide: true,
          },
          {
            key: "difference",
            label: say("difference"),
            cell: (one) => <Difference percent={one.percent} />,
            isNumber: true,
          },
        ]}
      />
    </Card>
  )
}

function Changes({ run }: { run: Run }) {
  const say = useWords(words)
  const language = useLanguage()
  if (run.changes.length === 0) return <p className="text-muted text-sm">{say("noChanges")}</p>
  return (
    <Card title={say("changes")}>
      <p className="text-muted text-sm">{say("changesHelp")}</p>
      <DataTable
        caption={say("changes")}
        page={{ items: run.changes, next: null }}
        rowKey={(one) => one.subscriptionId}
        empty={say("noChanges")}
        columns={[
          {
            key: "what",
            label: say("what"),
            cell: (one) => (
              <Link className="text-accent underline" to={`/admin/subscriptions/${one.subscriptionId}`}>
                {one.words[language]}
              </Link>
            ),
          },
          { key: "customer", label: say("customer"), cell: (one) => one.accountName, isBelow: true },
          {
            key: "before",
            label: say("before"),
            cell: (one) => <Amount value={one.before} />,
            isNumber: true,
            isWide: true,
          },
          { key: "now", label: say("now"), cell: (one) => <Amount value={one.now} />, isNumber: true },
          {
            key: "difference",
            label: say("difference"),
            cell: (one) => <Difference percent={one.percent} />,
            isNumber: true,
          },
        ]}
      />
    </Card>
  )
}

export { PageError as ErrorBoundary }
