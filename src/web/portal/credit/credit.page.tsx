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
  return (
    <Main>
      <PageHeader title={say("title")}>{say("noneHelp")}</PageHeader>
      <CreditView {...useLoaderData<typeof loader>()} />
    </Main>
  )
}

export { PageError as ErrorBoundary }
