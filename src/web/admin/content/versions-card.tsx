import { Link } from "react-router"
import { formatNumber } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import type { Tone } from "../../ui/banner.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Moment } from "../../ui/texts.tsx"
import type { Page, Version } from "./pages.ts"
import { words } from "./words.ts"

const tones: Readonly<Record<Version["state"], Tone>> = { upcoming: "info", current: "good", past: "neutral" }

export function VersionsCard({ page }: { page: Page }) {
  const say = useWords(words)
  const language = useLanguage()
  // The address may say what was just done, which a list would take for a filter that nothing matches.
  if (page.versions.length === 0) {
    return (
      <EmptyState title={say("noVersions")}>
        {say(page.isFixed ? "noVersionsHelp" : "noVersionsArticle")}
      </EmptyState>
    )
  }
  const isAgreedTo = page.versions.some(({ agreed }) => agreed !== null)
  return (
    <section className="space-y-3" aria-labelledby="versions">
      <h2 id="versions" className="text-lg font-semibold">
        {say("history")}
      </h2>
      <DataTable
        caption={say("history")}
        page={{ items: page.versions, next: null }}
        rowKey={(version) => version.id}
        empty={say("noVersions")}
        columns={[
          { key: "version", label: say("version"), cell: ({ version }) => version },
          {
            key: "state",
            label: say("state"),
            cell: ({ state }) => <Badge tone={tones[state]}>{say(`version.${state}`)}</Badge>,
          },
          ...(isAgreedTo
            ? [
                {
                  key: "agreed",
                  label: say("agreed"),
                  isNumber: true,
                  cell: ({ agreed }: Version) => (agreed === null ? "–" : formatNumber(agreed, language)),
                },
              ]
            : []),
          {
            key: "by",
            label: say("by"),
            isWide: true,
            cell: ({ publishedAt, publishedBy }) => (
              <>
                {publishedBy} <Moment at={publishedAt} />
              </>
            ),
          },
          { key: "note", label: say("note"), cell: ({ note }) => note || "–", isWide: true },
          {
            key: "compare",
            label: say("comparison"),
            cell: (version) => <Compare page={page} version={version} />,
          },
        ]}
      />
    </section>
  )
}

/** With the one before it, and the first of all with the template it took the place of. */
function Compare({ page, version }: { page: Page; version: Version }) {
  const say = useWords(words)
  const before =
    page.versions[page.versions.indexOf(version) + 1]?.id ?? (page.isFixed ? "template" : undefined)
  if (!before) return "–"
  const to = `/admin/content/${page.id}/comparison?from=${before}&to=${version.id}`
  return (
    <Link className="text-accent underline" to={to}>
      {say("compare")}
    </Link>
  )
}
