import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { languages } from "../../i18n/languages.ts"
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
  const nameOf = (version: string) => (version === "draft" ? say("draft") : version)
  return (
    <Main>
      <PageHeader title={say("comparison")} up={{ to: `/admin/content/${id}`, label: name }}>
        {say("comparisonLead", { title: name, from: nameOf(comparison.from), to: nameOf(comparison.to) })}
      </PageHeader>
      {languages.map((language) => (
        <Card key={language} title={say(language === "en" ? "inEnglish" : "inKorean")}>
          {comparison[language].every(({ change }) => change === "same") ? (
            <p className="text-muted text-sm">{say("same")}</p>
          ) : (
            <div className="prose text-sm whitespace-pre-wrap" lang={language}>
              {comparison[language].map(({ text, change }, index) => {
                // Runs have no names of their own and never move.
                const key = `${index}${change}`
                if (change === "added") return <ins key={key}>{text}</ins>
                return change === "removed" ? <del key={key}>{text}</del> : <span key={key}>{text}</span>
              })}
            </div>
          )}
        </Card>
      ))}
    </Main>
  )
}

export { PageError as ErrorBoundary }
