import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { formatMonth } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount } from "../../ui/texts.tsx"
import { RecurringHistory } from "./recurring-history.tsx"
import { SubscriptionCards } from "./subscription-cards.tsx"
import { words } from "./subscription-figures.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api }) => {
    const [figures, history] = await Promise.all([
      api.analytics.subscriptions.get({}),
      api.analytics.subscriptions.history({}),
    ])
    return { ...figures, history: history.currencies }
  })
}

type Figures = Awaited<ReturnType<typeof loader>>

export default function SubscriptionFiguresPage() {
  const say = useWords(words)
  const figures = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          <ButtonLink look="secondary" size="small" to="/admin/figures/sales">
            {say("sales")}
          </ButtonLink>
        }
      >
        {say("lead")}
      </PageHeader>
      {figures.recurring.length === 0 ? (
        <EmptyState title={say("none")} icon="chart">
          {say("noneHelp")}
        </EmptyState>
      ) : null}
      <SubscriptionCards figures={figures} />
      <RecurringHistory lines={figures.history} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Churn churn={figures.churn} />
        <Ageing ageing={figures.ageing} />
      </div>
    </Main>
  )
}

function Churn({ churn }: Pick<Figures, "churn">) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <Card title={say("churn")}>
      <p className="text-muted text-sm">{say("churnLead")}</p>
      <DataTable
        caption={say("churn")}
        page={{ items: churn.toReversed(), next: null }}
        rowKey={(one) => one.month}
        empty={say("none")}
        columns={[
          { key: "month", label: say("month"), cell: (one) => formatMonth(one.month, language) },
          { key: "atStart", label: say("atStart"), cell: (one) => one.atStart, isNumber: true },
          { key: "begun", label: say("begun"), cell: (one) => one.begun, isNumber: true, isWide: true },
          { key: "ended", label: say("ended"), cell: (one) => one.ended, isNumber: true },
          { key: "rate", label: say("rate"), cell: (one) => <Rate {...one} />, isNumber: true },
        ]}
      />
    </Card>
  )
}

/** Tenths of a per cent, half up, from two whole numbers. */
function Rate({ atStart, ended }: { atStart: number; ended: number }) {
  const say = useWords(words)
  if (atStart === 0) return say("nothing")
  const tenths = Math.floor((2 * ended * 1_000 + atStart) / (2 * atStart))
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}

function Ageing({ ageing }: Pick<Figures, "ageing">) {
  const say = useWords(words)
  return (
    <Card title={say("ageing")}>
      <p className="text-muted text-sm">{say("ageingLead")}</p>
      <DataTable
        caption={say("ageing")}
        page={{ items: ageing, next: null }}
        rowKey={(one) => `${one.currency} ${one.bucket}`}
        empty={say("noRequests")}
        columns={[
          { key: "age", label: say("age"), cell: (one) => say(`age.${one.bucket}`) },
          { key: "count", label: say("count"), cell: (one) => one.count, isNumber: true },
          { key: "left", label: say("left"), cell: (one) => <Amount value={one.left} />, isNumber: true },
        ]}
      />
    </Card>
  )
}

export { PageError as ErrorBoundary }
