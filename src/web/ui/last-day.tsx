import { useWords } from "../i18n/use-words.ts"
import { words } from "./last-day.words.ts"
import { Day } from "./texts.tsx"

export interface LastDayProps {
  readonly on: string | null
  readonly daysLeft: number | null
}

/** The last usable day, and how far away it is. */
export function LastDay({ on, daysLeft }: LastDayProps) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <Day on={on} />
      {daysLeft === null ? null : <DaysLeft days={daysLeft} />}
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
