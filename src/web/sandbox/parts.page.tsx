import { data, Link, type LoaderFunctionArgs, useSearchParams } from "react-router"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import type { RouteHandle } from "../root.tsx"
import { servePage } from "../serve-page.ts"
import { Main } from "../ui/main.tsx"
import { PageError } from "../ui/page-error.tsx"
import { PageHeader } from "../ui/page-header.tsx"
import { TabLinks } from "../ui/tab-links.tsx"
import { Toasts } from "../ui/toast.tsx"
import { Controls } from "./controls.tsx"
import { Figures } from "./figures.tsx"
import { GoingOn } from "./going-on.tsx"
import { Openers } from "./openers.tsx"
import { SampleTable } from "./sample-table.tsx"
import { Sayings } from "./sayings.tsx"
import { Section } from "./section.tsx"
import { failures, Seldom } from "./seldom.tsx"
import { words } from "./words.ts"

export const handle: RouteHandle = { hydrates: true }

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ isSandbox }) => {
    if (!isSandbox) throw data(null, { status: 404 })
    const failure = Number(new URL(args.request.url).searchParams.get("fail"))
    if (failures.includes(failure)) throw data(null, { status: failure })
    return null
  })
}

/** The house's own pattern book; with `?rows=10000` a table alone, as long as one ever gets. Whoever changes a part looks here, in both languages and both themes. */
export default function PartsPage() {
  const say = useWords(words)
  const isKorean = useLanguage() === "ko"
  const isTableOnly = useSearchParams()[0].has("rows")
  return (
    <div data-shell="" className="flex grow flex-col text-sm">
      <Main>
        <PageHeader
          title={say("title")}
          actions={
            <nav aria-label={say("other")} className="flex flex-wrap gap-4">
              <a
                className="text-accent underline"
                href={`/language/${isKorean ? "en" : "ko"}?to=/sandbox/parts`}
                lang={isKorean ? "en" : "ko"}
              >
                {say("other")}
              </a>
              <Link className="text-accent underline" to="/theme/light?to=/sandbox/parts" reloadDocument>
                {say("light")}
              </Link>
              <Link className="text-accent underline" to="/theme/dark?to=/sandbox/parts" reloadDocument>
                {say("dark")}
              </Link>
            </nav>
          }
        >
          {say("lead")}
        </PageHeader>
        {isTableOnly ? <SampleTable /> : <AllParts />}
      </Main>
      <Toasts />
    </div>
  )
}

function AllParts() {
  const say = useWords(words)
  return (
    <>
      <Controls />
      <Openers />
      <Sayings />
      <Section title={say("tabs")}>
        <TabLinks
          label={say("tabs")}
          tabs={[
            { key: "overview", label: say("overview") },
            { key: "history", label: say("history"), count: "3" },
          ]}
        />
      </Section>
      <SampleTable />
      <Figures />
      <GoingOn />
      <Seldom />
    </>
  )
}

export { PageError as ErrorBoundary }
