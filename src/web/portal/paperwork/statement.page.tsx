import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { words as listWords } from "../../ui/billing.words.ts"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "../../ui/statement.words.ts"
import { readStatementFilter } from "../../ui/statement-filter.ts"
import { StatementFiles, StatementView } from "../../ui/statement-view.tsx"

export function loader(args: LoaderFunctionArgs) {
  const { search } = readPage(args.request)
  return servePage(args, ({ api }) => api.paperwork.statements.get(readStatementFilter(search)))
}

export default function StatementPage() {
  const say = useWords(words)
  const sayList = useWords(listWords)
  const statement = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        up={{ to: "/portal/invoices", label: sayList("title") }}
        actions={<StatementFiles statement={statement} />}
      />
      <StatementView statement={statement} />
    </Main>
  )
}

export { PageError as ErrorBoundary }
