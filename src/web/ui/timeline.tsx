import type { ReactNode } from "react"
import { Icon, type IconName } from "./icon.tsx"
import { Moment } from "./texts.tsx"

export interface TimelineEntry {
  readonly id: string
  readonly at: string
  readonly icon: IconName
  readonly title: ReactNode
  readonly about?: ReactNode
}

/** What happened, newest first. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol aria-label={label}>
      {entries.map((entry, index) => (
        <li key={entry.id} className="relative flex gap-3 pb-5 last:pb-0">
          {index < entries.length - 1 ? (
            <span aria-hidden="true" className="bg-line absolute start-3.5 top-7 bottom-0 w-px" />
          ) : null}
          <span className="border-line bg-surface text-muted z-1 flex size-7 shrink-0 items-center justify-center rounded-full border">
            <Icon name={entry.icon} className="size-3.5" />
          </span>
          <div className="min-w-0 grow pt-0.5 text-sm">
            <p className="break-words">{entry.title}</p>
            {entry.about ? <div className="text-muted">{entry.about}</div> : null}
            <p className="text-muted text-xs">
              <Moment at={entry.at} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
