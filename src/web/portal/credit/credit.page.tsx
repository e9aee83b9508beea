import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { words } from "../../ui/credit.words.ts"
import { CreditView } from "../../ui/credit-view.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"

export function loader(args: LoaderFunctionArgs) {
  const { limit, after } = readPage(args.request).page
  return servePage(args, async ({ api }) => ({
    standing: await api.credit.standing({}),
    entries: await api.credit.entries({ limit, ...(after ? { after } : {}) }),
  }))
}

export default function CreditPage() {
  const say = useWords(words)
  const data = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")}>{data.entries.items.length > 0 ? say("noneHelp") : null}</PageHeader>
      <CreditView {...data} />
    </Main>
  )
}

export { PageError as ErrorBoundary }
