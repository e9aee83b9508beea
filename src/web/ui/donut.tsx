import type { ReactNode } from "react"
import { dots } from "./chart.tsx"
import { sharesOf } from "./chart-scale.ts"

export interface Slice {
  readonly name: string
  readonly value: number
  readonly text: ReactNode
}

const strokes = ["stroke-chart-1", "stroke-chart-2", "stroke-chart-3", "stroke-chart-4", "stroke-chart-5"]

/** Parts of a whole, with the list of them beside it: that is the table. */
export function Donut({ title, total, slices }: { title: string; total: string; slices: readonly Slice[] }) {
  const shares = sharesOf(slices.map(({ value }) => value))
  return (
    <figure className="flex flex-wrap items-center gap-x-8 gap-y-4">
      <figcaption className="w-full text-sm font-semibold">{title}</figcaption>
      <div className="relative size-32 shrink-0">
        <svg aria-hidden="true" viewBox="0 0 42 42" className="size-full -rotate-90">
          <circle cx="21" cy="21" r="16" fill="none" strokeWidth="5" className="stroke-raised" />
          {shares.map(({ from, percent }, index) => (
            <circle
              key={slices[index]?.name}
              cx="21"
              cy="21"
              r="16"
              fill="none"
              strokeWidth="5"
              pathLength="100"
              strokeDasharray={`${percent} ${100 - percent}`}
              strokeDashoffset={-from}
              className={strokes[index % strokes.length]}
            />
          ))}
        </svg>
        <span className="absolute inset-0 flex items-center justify-center text-xl font-semibold tabular-nums">
          {total}
        </span>
      </div>
      <dl className="min-w-40 grow space-y-1.5 text-sm">
        {slices.map(({ name, text }, index) => (
          <div key={name} className="flex items-center gap-2">
            <span
              aria-hidden="true"
              className={`size-2 shrink-0 rounded-full ${dots[index % dots.length]}`}
            />
            <dt className="grow">{name}</dt>
            <dd className="tabular-nums">{text}</dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}
