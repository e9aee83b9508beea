import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { formatDay } from "../../i18n/format.ts"
import { type Language, languages } from "../../i18n/languages.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  const id = args.params["page"] ?? ""
  const wish = { id, from: search.get("from") ?? undefined, to: search.get("to") ?? undefined }
  return servePage(args, async ({ api }) => {
    const [page, comparison] = await Promise.all([
      api.content.pages.get({ id }),
      api.content.pages.compare(wish),
    ])
    return { id, title: page.name, comparison }
  })
}

export default function ComparisonPage() {
  const say = useWords(words)
  const own = useLanguage()
  const { id, title, comparison } = useLoaderData<typeof loader>()
  const name = title[own] || title.en || title.ko
  const nameOf = (version: string) => (version === "draft" ? say("draft") : sayVersion(version, own))
  return (
    <Main>
      <PageHeader title={say("comparison")} up={{ to: `/admin/content/${id}`, label: name }}>
        {say("comparisonLead", { title: name, from: nameOf(comparison.from), to: nameOf(comparison.to) })}
      </PageHeader>
      <Card title={say(own === "en" ? "inEnglish" : "inKorean")}>
        <Runs runs={comparison[own]} language={own} />
      </Card>
      {languages
        .filter((language) => language !== own)
        .map((language) => (
          <Card key={language}>
            <details>
              <summary className="font-semibold">{say(language === "en" ? "inEnglish" : "inKorean")}</summary>
              <div className="pt-3">
                <Runs runs={comparison[language]} language={language} />
              </div>
            </details>
          </Card>
        ))}
    </Main>
  )
}

type Comparison = Awaited<ReturnType<typeof loader>>["comparison"]

function Runs({ runs, language }: { runs: Comparison[Language]; language: Language }) {
  const say = useWords(words)
  if (runs.every(({ change }) => change === "same")) {
    return <p className="text-muted text-sm">{say("same")}</p>
  }
  return (
    <div className="prose text-sm whitespace-pre-wrap" lang={language}>
      {runs.map(({ text, change }, index) => {
        // Runs have no names of their own and never move.
        const key = `${index}${change}`
        if (change === "added") return <ins key={key}>{text}</ins>
        return change === "removed" ? <del key={key}>{text}</del> : <span key={key}>{text}</span>
      })}
    </div>
  )
}

/** A version is called by its day, "2026-03-01", and by a number after the first of a day: "2026-03-01.02". */
function sayVersion(version: string, language: Language): string {
  const [, day, more] = /^(\d{4}-\d{2}-\d{2})(?:\.(\d+))?$/.exec(version) ?? []
  if (day === undefined) return version
  return more === undefined ? formatDay(day, language) : `${formatDay(day, language)} (${Number(more)})`
}

export { PageError as ErrorBoundary }
