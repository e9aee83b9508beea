import type { ReactNode } from "react"
import { Link } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { words } from "./chart.words.ts"
import { linePoints, niceTop } from "./chart-scale.ts"
import { Icon } from "./icon.tsx"

export interface StatCardProps {
  readonly label: string
  readonly value: ReactNode
  /** Where the list behind the figure is. */
  readonly to?: string
  readonly trend?: Trend | undefined
  /** The way here, drawn small. */
  readonly spark?: readonly number[]
  readonly children?: ReactNode
}

export interface Trend {
  readonly percent: number
  /** "than yesterday" */
  readonly than: string
}

/** One figure and how it moved. */
export function StatCard({ label, value, to, trend, spark, children }: StatCardProps) {
  return (
    <div className="border-line rounded-box bg-surface relative space-y-1 overflow-hidden border p-4">
      <p className="text-muted text-sm">
        {to ? (
          <Link to={to} className="hover:text-ink no-underline after:absolute after:inset-0">
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className="text-2xl font-semibold tracking-tight tabular-nums">{value}</p>
      {trend ? <Movement trend={trend} /> : null}
      {children ? <div className="text-muted text-xs">{children}</div> : null}
      {spark ? <Spark values={spark} /> : null}
    </div>
  )
}

function Movement({ trend: { percent, than } }: { trend: Trend }) {
  const say = useWords(words)
  const way = percent === 0 ? "same" : percent > 0 ? "more" : "less"
  const look = { same: "text-muted", more: "text-good", less: "text-bad" }[way]
  return (
    <p className={`flex items-center gap-1 text-xs ${look}`}>
      {way === "same" ? null : <Icon name={way === "more" ? "rise" : "fall"} className="size-3.5" />}
      {say(way, { percent: Math.abs(percent), than })}
    </p>
  )
}

/** A line without axes: what it says, the figures beside it say too. */
export function Spark({ values }: { values: readonly number[] }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="mt-2 block h-8 w-full overflow-visible"
    >
      <polyline
        points={linePoints(values, niceTop(Math.max(0, ...values)))}
        fill="none"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
        className="stroke-chart-1"
      />
    </svg>
  )
}

/** How many per cent more or less than before; nothing where there was nothing before. */
export function percentMore(now: number, before: number): number | undefined {
  return before === 0 ? undefined : Math.round(((now - before) / before) * 100)
}
