import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Amount, Day, Moment } from "../../ui/texts.tsx"
import { Figures } from "./figures.tsx"
import { loadWaiting } from "./load-waiting.ts"
import { Trends } from "./trends.tsx"
import { Waiting } from "./waiting.tsx"
import { words } from "./words.ts"

const days = 30

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    const { api, me } = services
    const may = (permission: string) => me.permissions.includes(permission)
    const [overview, waiting, latest] = await Promise.all([
      may("analytics.overview.read") ? api.analytics.overview.get({ days }) : null,
      loadWaiting(services),
      may("orders.read") ? api.orders.list({ limit: 6 }) : null,
    ])
    return { overview, waiting, latest: latest?.items ?? null }
  })
}

/** First what somebody has to do, then today's figures, then how it goes. */
export default function OverviewPage() {
  const say = useWords(words)
  const { overview, waiting, latest } = useLoaderData<typeof loader>()
  const today = overview?.days.at(-1) ?? null
  return (
    <Main>
      <PageHeader title={say("title")}>{today ? <Day on={today} /> : null}</PageHeader>
      <Waiting waiting={waiting} />
      {overview ? <Figures overview={overview} unpaid={waiting.unpaid} /> : null}
      {overview ? <Trends overview={overview} /> : null}
      {latest ? <Latest orders={latest} /> : null}
    </Main>
  )
}

type Orders = NonNullable<Awaited<ReturnType<typeof loader>>["latest"]>

function Latest({ orders }: { orders: Orders }) {
  const say = useWords(words)
  return (
    <Card
      title={say("latest")}
      aside={
        <Link className="text-accent text-sm underline" to="/admin/orders">
          {say("more")}
        </Link>
      }
    >
      {orders.length === 0 ? (
        <EmptyState icon="order" title={say("noOrders")} />
      ) : (
        <ul className="divide-line -my-1 divide-y sm:grid sm:grid-cols-[auto_1fr_auto_auto_auto]">
          {orders.map((order) => (
            <li
              key={order.id}
              className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 py-2.5 sm:col-span-5 sm:grid-cols-subgrid"
            >
              <Link className="text-accent font-medium underline" to={`/admin/orders/${order.id}`}>
                {order.number}
              </Link>
              <span className="order-1 min-w-0 truncate sm:order-none">{order.accountName}</span>
              <span className="justify-self-end sm:justify-self-start">
                <StateBadge kind="order" state={order.state} />
              </span>
              <span className="text-muted hidden sm:inline">
                <Moment at={order.createdAt} />
              </span>
              <span className="order-2 justify-self-end sm:order-none">
                <Amount value={order.total} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

export { PageError as ErrorBoundary }
