import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { FilterChoice, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Pager } from "../../ui/pager.tsx"
import { sayTimeline } from "./say-timeline.ts"
import { words } from "./timeline.words.ts"
import { TimelineList } from "./timeline-list.tsx"

const kinds = [
  "order",
  "payment",
  "document",
  "service",
  "mail",
  "sign_in",
  "consent",
  "note",
  "staff",
] as const

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  const id = args.params["account"] ?? ""
  return servePage(args, async ({ api, language }) => {
    const kind = kinds.find((one) => one === search.get("kind"))
    const [account, moments] = await Promise.all([
      api.customers.get({ id }),
      api.customers.timeline({ ...page, limit: 50, id, kind }),
    ])
    return { id, name: account.name, moments: sayTimeline(moments, language) }
  })
}

export default function TimelinePage() {
  const say = useWords(words)
  const { id, name, moments } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title", { name })} up={{ to: `/admin/customers/${id}`, label: say("back") }}>
        {say("lead")}
      </PageHeader>
      <Filters>
        <FilterChoice
          name="kind"
          label={say("kind")}
          options={kinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
        />
      </Filters>
      <Card>
        <TimelineList items={moments.items} />
      </Card>
      <Pager next={moments.next} />
    </Main>
  )
}

export { PageError as ErrorBoundary }
