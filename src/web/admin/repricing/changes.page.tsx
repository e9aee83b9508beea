import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Day, Moment } from "../../ui/texts.tsx"
import { changeTones, usePlansText } from "./change-plans.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { page } = readPage(args.request)
  return servePage(args, async ({ api }) => ({ page: await api.repricing.changes.list(page) }))
}

export default function ChangesPage() {
  const say = useWords(words)
  const plansText = usePlansText()
  const { page } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          <>
            <ButtonLink look="secondary" to="/admin/price-corrections">
              {say("corrections")}
            </ButtonLink>
            <ButtonLink to="/admin/price-changes/simulation">{say("simulate")}</ButtonLink>
          </>
        }
      >
        {say("lead")}
      </PageHeader>
      <DataTable
        caption={say("title")}
        page={page}
        rowKey={({ id }) => id}
        empty={say("none")}
        emptyHelp={say("noneHelp")}
        columns={[
          {
            key: "changed",
            label: say("changed"),
            cell: (one) => (
              <Link className="text-accent break-words underline" to={`/admin/price-changes/${one.id}`}>
                {plansText(one)}
              </Link>
            ),
          },
          {
            key: "state",
            label: say("state"),
            cell: ({ state, failed }) => (
              <span className="flex flex-wrap gap-1">
                <Badge tone={changeTones[state]}>{say(state)}</Badge>
                {failed > 0 ? <Badge tone="bad">{say("failed")}</Badge> : null}
              </span>
            ),
          },
          { key: "from", label: say("from"), cell: (one) => <Day on={one.from} />, isBelow: true },
          {
            key: "count",
            label: say("subscriptions"),
            isNumber: true,
            cell: ({ counts, staying }) =>
              Object.values(counts).reduce((total, count) => total + count, staying),
          },
          {
            key: "createdAt",
            label: say("createdAt"),
            isWide: true,
            cell: (one) => <Moment at={one.createdAt} />,
          },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
