import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { Day } from "../../ui/texts.tsx"
import { words } from "./exemptions-card.words.ts"

export interface ExemptionsCardProps {
  readonly exemptions: Awaited<ReturnType<ApiClient["tax"]["exemptions"]["list"]>>["items"]
  readonly countries: readonly { readonly code: string; readonly name: string }[]
}

const tones = { holds: "good", coming: "neutral", ends_soon: "warn", over: "neutral" } as const

/** Each with its state and its last day, and what to do for a new one. */
export function ExemptionsCard({ exemptions, countries }: ExemptionsCardProps) {
  const say = useWords(words)
  return (
    <Card title={say("title")}>
      <ul className="divide-line divide-y text-sm">
        {exemptions.map(({ id, number, country, region, from, until, state }) => (
          <li key={id} className="space-y-1 py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">
                {countries.find(({ code }) => code === country)?.name ?? country}
                {region ? ` (${region})` : null}: {number}
              </span>
              <Badge tone={tones[state]}>{say(state)}</Badge>
            </p>
            <p className="text-muted">
              <Day on={from} /> – <Day on={until} />
            </p>
          </li>
        ))}
      </ul>
      <p className="text-muted text-sm">{say("help")}</p>
    </Card>
  )
}
