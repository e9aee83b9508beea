import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { ExportLink, FilterChoice, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount, Day, Moment } from "../../ui/texts.tsx"
import { changeTones, usePlansText } from "./change-plans.ts"
import { directions, itemStates, needs, needTones, readItemFilter } from "./wish.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const id = args.params["change"] ?? ""
  const { search, page } = readPage(args.request)
  const { limit, after } = page
  return servePage(args, async ({ api, me, newKey }) => {
    const [change, items] = await Promise.all([
      api.repricing.changes.get({ id }),
      api.repricing.changes.items({ id, limit, ...(after ? { after } : {}), ...readItemFilter(search) }),
    ])
    const done = search.get("done")
    const canStop = me.permissions.includes("repricing.changes.write")
    return { change, items, canStop, done, formKey: newKey() }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key }) => {
    const id = args.params["change"] ?? ""
    await services.withKey(key).repricing.changes.stop({ id })
    return redirect(`/admin/price-changes/${id}?done=stopped`)
  })
}

export default function ChangePage() {
  const say = useWords(words)
  const { change, canStop, done, formKey } = useLoaderData<typeof loader>()
  const plansText = usePlansText()
  const answer = useActionData<FormAnswer>()
  const isOpen = change.state === "listing" || change.state === "running"
  return (
    <Main>
      <PageHeader
        title={plansText(change)}
        up={{ to: "/admin/price-changes", label: say("title") }}
        aside={<Badge tone={changeTones[change.state]}>{say(change.state)}</Badge>}
        actions={
          canStop && isOpen ? (
            <ConfirmDialog
              label={say("stop")}
              look="danger"
              title={say("stopSure")}
              consequence={say("stopWhat")}
              intent="stop"
              {...{ formKey, answer }}
            />
          ) : null
        }
      />
      {done === "started" ? <Banner tone="good">{say("started")}</Banner> : null}
      {done === "stopped" ? <Banner tone="good">{say("doneStopped")}</Banner> : null}
      <Facts />
      <Items />
    </Main>
  )
}

function Facts() {
  const say = useWords(words)
  const { change } = useLoaderData<typeof loader>()
  return (
    <Card title={say("state")}>
      <FactList
        facts={[
          { label: say("from"), value: <Day on={change.from} /> },
          { label: say("otherwise"), value: say(change.withoutConsent) },
          { label: say("createdAt"), value: <Moment at={change.createdAt} /> },
          ...(change.note ? [{ label: say("note"), value: change.note }] : []),
          ...itemStates.flatMap((state) => {
            const count = change.counts[state]
            return count ? [{ label: say(state), value: count }] : []
          }),
          ...(change.staying > 0 ? [{ label: say("same"), value: change.staying }] : []),
          ...(change.failed > 0 ? [{ label: say("failed"), value: change.failed }] : []),
        ]}
      />
    </Card>
  )
}

function Items() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const { change } = useLoaderData<typeof loader>()
  return (
    <>
      <Filters>
        <FilterChoice
          name="state"
          label={say("state")}
          options={itemStates.map((value) => ({ value, label: say(value) }))}
        />
        <FilterChoice
          name="direction"
          label={say("price")}
          options={directions.map((value) => ({ value, label: say(value) }))}
        />
        <FilterChoice
          name="need"
          label={say("need")}
          options={needs.map((value) => ({
            value,
            label: say(value === "none" ? "none_need" : value),
          }))}
        />
        <FilterChoice
          name="failed"
          label={say("failed")}
          options={[{ value: "yes", label: say("failedYes") }]}
        />
        <ExportLink
          to={`/admin/export/price-change-items?${new URLSearchParams([...search, ["change", change.id]])}`}
        />
      </Filters>
      <ItemTable />
    </>
  )
}

function ItemTable() {
  const say = useWords(words)
  const language = useLanguage()
  const { items } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={say("agreements")}
      page={items}
      rowKey={({ id }) => id}
      empty={say("nobody")}
      columns={[
        {
          key: "what",
          label: say("what"),
          cell: (one) => (
            <>
              <Link
                className="text-accent break-words underline"
                to={`/admin/subscriptions/${one.subscriptionId}`}
              >
                {one.words[language] || one.subscriptionId}
              </Link>
              {one.trouble ? (
                <span className="text-bad block text-xs">{say("trouble", { why: one.trouble })}</span>
              ) : null}
            </>
          ),
        },
        { key: "customer", label: say("customer"), isBelow: true, cell: (one) => one.accountName },
        {
          key: "state",
          label: say("state"),
          isBelow: true,
          cell: ({ state, direction }) => (
            <Badge tone="neutral">
              {say((state === "waiting" || state === "stopped") && direction === "same" ? "staying" : state)}
            </Badge>
          ),
        },
        {
          key: "need",
          label: say("need"),
          isWide: true,
          cell: ({ need, direction }) =>
            direction === "same" ? (
              <Badge tone="neutral">{say("same")}</Badge>
            ) : (
              <Badge tone={needTones[need]}>{say(need === "none" ? "none_need" : need)}</Badge>
            ),
        },
        {
          key: "before",
          label: say("before"),
          isNumber: true,
          isWide: true,
          cell: (one) => <Amount value={one.before} />,
        },
        { key: "after", label: say("after"), isNumber: true, cell: (one) => <Amount value={one.after} /> },
        { key: "tellOn", label: say("tellOn"), isWide: true, cell: (one) => <Day on={one.tellOn} /> },
        { key: "firstOn", label: say("firstOn"), isWide: true, cell: (one) => <Day on={one.firstOn} /> },
      ]}
    />
  )
}

export { PageError as ErrorBoundary }
