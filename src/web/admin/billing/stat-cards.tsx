import type { ApiClient } from "../../api-context.ts"
import { formatCount, formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { heightsOf } from "../../ui/chart-scale.ts"
import { percentMore, StatCard, type Trend } from "../../ui/stat-card.tsx"
import { Amount } from "../../ui/texts.tsx"
import { words } from "./stat-cards.words.ts"

type Recurring = Awaited<ReturnType<ApiClient["analytics"]["subscriptions"]["history"]>>["currencies"]

export interface SubscriptionStatCardsProps {
  readonly standing: Awaited<ReturnType<ApiClient["billing"]["subscriptions"]["counts"]>>
  /** Null: not for this reader. */
  readonly recurring: Recurring | null
}

/** What an operator acts on first. The three counts are of one statement with the chips' own. */
export function SubscriptionStatCards({ standing, recurring }: SubscriptionStatCardsProps) {
  const say = useWords(words)
  const language = useLanguage()
  const { counts, trialsEnding } = standing
  const count = (of: number) => ({ count: formatCount(of, language) })
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <StatCard label={say("active")} value={formatCount(counts.active, language)} to="?state=active">
        {say("settingUp", count(counts.pending))}
      </StatCard>
      <StatCard label={say("pastDue")} value={formatCount(counts.past_due, language)} to="?state=past_due">
        {say("suspended", count(counts.suspended))}
      </StatCard>
      <StatCard
        label={say("trials")}
        value={formatCount(counts.trialing, language)}
        to="?state=trialing&sort=lastDay"
      >
        {say("trialsEnding", count(trialsEnding))}
      </StatCard>
      {recurring ? <Revenue recurring={recurring} /> : null}
    </div>
  )
}

/** Each currency by itself, as it is now: the page behind it says how it got here. */
function Revenue({ recurring }: { recurring: Recurring }) {
  const say = useWords(words)
  const trend = useTrend(recurring)
  const now = recurring.flatMap(({ points }) => points.slice(-1))
  return (
    <StatCard
      label={say("mrr")}
      to="/admin/figures"
      trend={trend}
      value={
        now.length === 0
          ? say("nothing")
          : now.map(({ mrr }) => (
              <span key={mrr.currency} className="block text-xl wrap-anywhere sm:text-2xl">
                <Amount value={mrr} />
              </span>
            ))
      }
    />
  )
}

/** Since the month began, where there is one currency. */
function useTrend(recurring: Recurring): Trend | undefined {
  const say = useWords(words)
  const language = useLanguage()
  const [first, last] = [recurring[0]?.points[0], recurring[0]?.points.at(-1)]
  if (recurring.length !== 1 || !first || !last || first.day === last.day) return undefined
  const [before, now] = heightsOf([first.mrr, last.mrr])
  const percent = percentMore(now ?? 0, before ?? 0)
  return percent === undefined
    ? undefined
    : { percent, than: say("sinceDay", { day: formatDay(first.day, language) }) }
}
