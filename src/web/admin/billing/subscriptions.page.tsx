import { lazy } from "react"
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router"
import { formatAmount, formatCount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { LastDay } from "../../ui/last-day.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { useStateOptions } from "../../ui/state-badge.tsx"
import { words } from "../../ui/subscription.words.ts"
import { SubscriptionBadge } from "../../ui/subscription-badge.tsx"
import type { SubscriptionView } from "../../ui/subscription-facts.tsx"
import { Day, Moment } from "../../ui/texts.tsx"
import { useRoot } from "../../use-root.ts"
import { readSubscriptionFilter } from "./subscription-filter.ts"
import { words as adminWords } from "./words.ts"

/** No boundary around it: the server waits for it, and without scripts it is all there. */
const SubscriptionFilters = lazy(() =>
  import("./subscription-filters.tsx").then((module) => ({ default: module.SubscriptionFilters })),
)

const SubscriptionStatCards = lazy(() =>
  import("./stat-cards.tsx").then((module) => ({ default: module.SubscriptionStatCards })),
)

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async ({ api, me }) => {
    const { subscriptions } = api.billing
    const [list, standing, products, recurring] = await Promise.all([
      subscriptions.list({ ...page, ...readSubscriptionFilter(search) }),
      subscriptions.counts(),
      api.catalog.products.list({}),
      me.permissions.includes("analytics.subscriptions.read")
        ? api.analytics.subscriptions.history({ months: 1 })
        : null,
    ])
    const plans = products.items.flatMap((product) => product.plans.map(({ id, name }) => ({ id, name })))
    return { list, standing, plans, recurring: recurring?.currencies ?? null }
  })
}

export default function SubscriptionsPage() {
  const sayAdmin = useWords(adminWords)
  const { list, plans, standing, recurring } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={sayAdmin("subscriptions")} actions={<Actions />} />
      <SubscriptionStatCards {...{ standing, recurring }} />
      <StateChips />
      <SubscriptionFilters plans={plans} />
      <DataTable
        caption={sayAdmin("subscriptions")}
        page={list}
        rowKey={(one) => one.id}
        empty={sayAdmin("noSubscriptions")}
        columns={useColumns()}
      />
    </Main>
  )
}

function useColumns(): Column<SubscriptionView>[] {
  const say = useWords(words)
  const sayAdmin = useWords(adminWords)
  const language = useLanguage()
  return [
    {
      key: "what",
      label: say("what"),
      cell: (one) => (
        <Link className="text-accent break-words underline" to={`/admin/subscriptions/${one.id}`}>
          {one.words[language] || one.id}
        </Link>
      ),
    },
    {
      key: "account",
      label: say("account"),
      cell: (one) => one.accountName,
      isBelow: true,
      sort: "name",
    },
    {
      key: "state",
      label: say("state"),
      cell: (one) => <Standing subscription={one} />,
    },
    {
      key: "lastDay",
      label: say("lastDay"),
      sort: "lastDay",
      cell: (one) => <LastDay on={one.lastDay} daysLeft={one.daysLeft} endedAt={one.endedAt} />,
    },
    {
      key: "nextRequest",
      label: say("nextRequest"),
      sort: "nextRequest",
      cell: (one) => <Day on={one.nextRequestOn} />,
      isWide: true,
      isExtra: true,
    },
    {
      key: "price",
      label: say("price"),
      sort: "price",
      isNumber: true,
      isWide: true,
      cell: (one) => (
        <span className="whitespace-nowrap">
          {say("each", { cycle: one.cycle, price: formatAmount(one.price, language) })}
        </span>
      ),
    },
    {
      key: "createdAt",
      label: sayAdmin("createdAt"),
      cell: (one) => <Moment at={one.createdAt} />,
      isOrder: true,
      isWide: true,
      isExtra: true,
    },
  ]
}

function Standing({ subscription }: { subscription: SubscriptionView }) {
  const say = useWords(words)
  const sayAdmin = useWords(adminWords)
  return (
    <span className="flex flex-wrap gap-1">
      <SubscriptionBadge subscription={subscription} />
      {subscription.cancelAtEnd ? <Badge tone="warn">{say("leaving")}</Badge> : null}
      {subscription.trouble ? <Badge tone="bad">{sayAdmin("trouble")}</Badge> : null}
    </span>
  )
}

/** A new one, and what staff decide about all of them. */
function Actions() {
  const sayAdmin = useWords(adminWords)
  const permissions = useRoot()?.me.permissions ?? []
  return (
    <>
      {permissions.includes("billing.subscriptions.manage") ? (
        <ButtonLink icon="plus" to="/admin/subscriptions/new">
          {sayAdmin("newSubscription")}
        </ButtonLink>
      ) : null}
      {permissions.includes("billing.collecting-policy.read") ? <Decisions /> : null}
    </>
  )
}

function Decisions() {
  const sayAdmin = useWords(adminWords)
  return (
    <>
      <ButtonLink look="secondary" icon="eye" to="/admin/subscriptions/run">
        {sayAdmin("nextRun")}
      </ButtonLink>
      <ButtonLink look="secondary" icon="calendar" to="/admin/settings/collecting">
        {sayAdmin("policy")}
      </ButtonLink>
    </>
  )
}

/** The states as filters, each with how many stand in it. */
function StateChips() {
  const say = useWords(adminWords)
  const { counts } = useLoaderData<typeof loader>().standing
  const language = useLanguage()
  const [search] = useSearchParams()
  const current = search.get("state") ?? ""
  const addressOf = (state: string) => {
    const wanted = new URLSearchParams(search)
    for (const name of ["state", "after"]) wanted.delete(name)
    if (state) wanted.set("state", state)
    return `?${wanted}`
  }
  const states = useStateOptions("subscription")
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const chips = [
    { value: "", label: say("all"), count: all },
    ...states.map(({ value, label }) => ({
      value,
      label,
      count: counts[value as keyof typeof counts] ?? 0,
    })),
  ]
  return (
    <nav aria-label={say("byState")}>
      <ul className="flex flex-wrap gap-1.5">
        {chips.map(({ value, label, count }) => (
          <li key={value}>
            <Link
              to={addressOf(value)}
              aria-current={value === current ? "page" : undefined}
              className="border-line bg-surface hover:border-line-strong aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft flex min-h-9 items-center gap-2 rounded-full border px-3 text-sm whitespace-nowrap no-underline pointer-coarse:min-h-11"
            >
              {label}
              <span className="text-muted text-xs tabular-nums">{formatCount(count, language)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export { PageError as ErrorBoundary }
