export interface ProgressBarProps {
  readonly label: string
  /** Percent; without one it only says that something is going on. */
  readonly value?: number
}

export function ProgressBar({ label, value }: ProgressBarProps) {
  return (
    <div className="space-y-1">
      <p className="flex justify-between gap-4 text-sm">
        <span>{label}</span>
        {value === undefined ? null : <span className="text-muted tabular-nums">{Math.round(value)}%</span>}
      </p>
      <progress
        aria-label={label}
        max={100}
        {...(value === undefined ? {} : { value })}
        className="[&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent bg-raised block h-2 w-full appearance-none overflow-hidden rounded-full [&::-webkit-progress-value]:transition-[inline-size]"
      />
    </div>
  )
}

export interface LogLine {
  readonly id: string
  readonly at: string
  readonly text: string
}

/** Lines of long work as they come; new ones are spoken, and the box stays at the last. */
export function LiveLog({ label, lines }: { label: string; lines: readonly LogLine[] }) {
  return (
    <div
      role="log"
      aria-label={label}
      className="bg-raised rounded-box flex max-h-48 flex-col-reverse overflow-y-auto p-3 font-mono text-xs"
    >
      {/* Reversed, so that the browser itself keeps the end in sight. */}
      {lines.toReversed().map((line) => (
        <p key={line.id} className="flex gap-3">
          <time dateTime={line.at} className="text-muted shrink-0 tabular-nums">
            {line.at.slice(11, 19)}
          </time>
          <span className="min-w-0 break-words">{line.text}</span>
        </p>
      ))}
    </div>
  )
}
