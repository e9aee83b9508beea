import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { LastDay } from "../../ui/last-day.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "../../ui/subscription.words.ts"
import { SubscriptionBadge } from "../../ui/subscription-badge.tsx"
import { Breakable } from "../../ui/texts.tsx"
import { words as priceWords } from "../repricing/words.ts"
import { Upcoming } from "./upcoming.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me }) => {
    const { subscriptions } = api.billing
    const mayRead = me.permissions.includes("repricing.own.read")
    const [page, upcoming, changes] = await Promise.all([
      subscriptions.list(readPage(args.request).page),
      subscriptions.upcoming({}),
      mayRead ? api.repricing.own.list() : { items: [] },
    ])
    const asked = changes.items.filter(({ canAnswer, state }) => canAnswer && state === "told").length
    return { page, upcoming: upcoming.items, asked }
  })
}

export default function SubscriptionsPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { page, upcoming, asked } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          <ButtonLink look="secondary" to="/portal/billing-day">
            {say("billingDay")}
          </ButtonLink>
        }
      />
      {asked > 0 ? <AskedBanner count={asked} /> : null}
      <DataTable
        caption={say("caption")}
        page={page}
        rowKey={(one) => one.id}
        empty={say("none")}
        emptyHelp={say("noneHelp")}
        columns={[
          {
            key: "what",
            label: say("what"),
            cell: (one) => (
              <Link className="text-accent break-words underline" to={`/portal/subscriptions/${one.id}`}>
                <Breakable text={one.words[language]} />
              </Link>
            ),
          },
          {
            key: "state",
            label: say("state"),
            cell: (one) => (
              <span className="flex flex-wrap gap-1">
                <SubscriptionBadge subscription={one} />
                {one.cancelAtEnd ? <Badge tone="warn">{say("leaving")}</Badge> : null}
              </span>
            ),
          },
          {
            key: "lastDay",
            label: say("lastDay"),
            cell: (one) => <LastDay on={one.lastDay} daysLeft={one.daysLeft} endedAt={one.endedAt} />,
          },
          {
            key: "price",
            label: say("price"),
            isNumber: true,
            isWide: true,
            cell: (one) => (
              <span className="whitespace-nowrap">
                {say("each", { cycle: one.cycle, price: formatAmount(one.price, language) })}
              </span>
            ),
          },
        ]}
      />
      <Upcoming charges={upcoming} />
    </Main>
  )
}

function AskedBanner({ count }: { count: number }) {
  const say = useWords(priceWords)
  return (
    <Banner tone="warn">
      {say("open", { count })}{" "}
      <Link className="underline" to="/portal/price-changes">
        {say("look")}
      </Link>
    </Banner>
  )
}

export { PageError as ErrorBoundary }
