import { useWords } from "../i18n/use-words.ts"
import { dayIn } from "../i18n/zone.ts"
import { useRoot } from "../use-root.ts"
import { words } from "./last-day.words.ts"
import { Day } from "./texts.tsx"

export interface LastDayProps {
  readonly on: string | null
  readonly daysLeft: number | null
  /** Of what ended before its time was over: that day is its last. */
  readonly endedAt?: string | null
}

/** The last usable day, and how far away it is. */
export function LastDay({ on, daysLeft, endedAt = null }: LastDayProps) {
  const zone = useRoot()?.zone
  const end = endedAt !== null && zone ? dayIn(zone, endedAt) : null
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <Day on={end !== null && on !== null && end < on ? end : on} />
      {daysLeft === null || endedAt !== null ? null : <DaysLeft days={daysLeft} />}
    </span>
  )
}

function DaysLeft({ days }: { days: number }) {
  const say = useWords(words)
  const look = days < 0 ? "text-bad" : days <= 3 ? "text-warn" : "text-muted"
  return (
    <span className={`text-xs whitespace-nowrap ${look}`}>
      {days === 0 ? say("today") : say(days > 0 ? "left" : "over", { days: Math.abs(days) })}
    </span>
  )
}
