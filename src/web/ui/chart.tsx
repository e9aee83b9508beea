import type { ReactNode } from "react"
import { useWords } from "../i18n/use-words.ts"
import { words } from "./chart.words.ts"
import { axisLabels, linePoints, niceTop, round, stackSums } from "./chart-scale.ts"

export interface Series {
  readonly name: string
  readonly values: readonly number[]
  /** Each value in words, as the table behind and the pointer show it. */
  readonly texts: readonly string[]
}

export interface ChartProps {
  readonly title: string
  /** What stands below: a day, a month. */
  readonly places: readonly string[]
  readonly placeName: string
  readonly series: readonly Series[]
  readonly kind: "bars" | "lines"
  /** A figure of the axis in words. */
  readonly sayAxis: (value: number) => string
  readonly aside?: ReactNode
  /** Where the same figures stand in a table below anyway. */
  readonly isTold?: boolean
}

const fills = ["fill-chart-1", "fill-chart-2", "fill-chart-3", "fill-chart-4", "fill-chart-5"]
const strokes = ["stroke-chart-1", "stroke-chart-2", "stroke-chart-3", "stroke-chart-4", "stroke-chart-5"]
export const dots = ["bg-chart-1", "bg-chart-2", "bg-chart-3", "bg-chart-4", "bg-chart-5"]

/**
 * Bars (piled up when there are several series) or lines, drawn by the server as a picture that stretches. What a pointer
 * reads off needs no script; whoever has none reads the table behind it.
 */
export function Chart(props: ChartProps) {
  const { title, places, series, kind, sayAxis } = props
  const sums = kind === "bars" ? stackSums(series.map(({ values }) => values)) : []
  const top = niceTop(Math.max(0, ...sums, ...series.flatMap(({ values }) => values)))
  return (
    <figure className="space-y-3">
      <ChartHead {...props} />
      <div className="grid grid-cols-[auto_1fr] gap-x-2 gap-y-1">
        <div
          aria-hidden="true"
          className="text-muted flex h-44 flex-col justify-between text-end text-xs tabular-nums"
        >
          {[top, top / 2, 0].map((value) => (
            <span key={value} className="-my-2">
              {sayAxis(value)}
            </span>
          ))}
        </div>
        <div className="relative h-44">
          <svg
            role="img"
            aria-label={title}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            {[0, 50, 100].map((y) => (
              <line
                key={y}
                x1="0"
                x2="100"
                y1={y}
                y2={y}
                className="stroke-line"
                vectorEffect="non-scaling-stroke"
              />
            ))}
            {kind === "bars" ? <Bars {...{ series, top }} /> : <Lines {...{ series, top }} />}
          </svg>
          <Readings {...props} />
        </div>
        <span />
        {/* The picture runs from left to right in every language: so do the names below it. */}
        <svg aria-hidden="true" direction="ltr" className="fill-muted h-4 w-full overflow-visible text-xs">
          {axisLabels(places.length, kind).map(({ at, percent, anchor, isInner }) => (
            <text
              key={at}
              x={`${percent}%`}
              y="12"
              textAnchor={anchor}
              className={isInner ? "hidden sm:inline" : undefined}
            >
              {places[at]}
            </text>
          ))}
        </svg>
      </div>
      {props.isTold ? null : <ChartTable {...props} />}
    </figure>
  )
}

function ChartHead({ title, series, aside }: ChartProps) {
  return (
    <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <span className="text-sm font-semibold">{title}</span>
      {series.length > 1 ? (
        <span className="text-muted flex flex-wrap gap-x-3 text-xs">
          {series.map(({ name }, index) => (
            <span key={name} className="flex items-center gap-1.5">
              <span aria-hidden="true" className={`size-2 rounded-full ${dots[index % dots.length]}`} />
              {name}
            </span>
          ))}
        </span>
      ) : null}
      {aside}
    </figcaption>
  )
}

interface Drawn {
  readonly series: readonly Series[]
  readonly top: number
}

function Bars({ series, top }: Drawn) {
  const count = series[0]?.values.length ?? 0
  const width = 100 / Math.max(count, 1)
  return Array.from({ length: count }, (_, place) => {
    let foot = 100
    return series.map(({ name, values }, index) => {
      const height = round((Math.max(values[place] ?? 0, 0) / top) * 100)
      foot -= height
      return (
        <rect
          key={`${name}-${place}`}
          x={round(place * width + width * 0.15)}
          y={round(foot)}
          width={round(width * 0.7)}
          height={height}
          className={fills[index % fills.length]}
        />
      )
    })
  })
}

function Lines({ series, top }: Drawn) {
  return series.map(({ name, values }, index) => (
    <polyline
      key={name}
      points={linePoints(values, top)}
      fill="none"
      strokeWidth="2"
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
      className={strokes[index % strokes.length]}
    />
  ))
}

/** One strip per place: under the pointer it says what is there. */
function Readings({ places, series }: ChartProps) {
  const side = (place: number) => {
    if (place < places.length / 3) return "start-0"
    return place > (places.length * 2) / 3 ? "end-0" : "start-1/2 -translate-x-1/2 rtl:translate-x-1/2"
  }
  return (
    <div aria-hidden="true" className="absolute inset-0 flex">
      {places.map((place, at) => (
        <div key={place} className="group hover:bg-ink/5 relative grow">
          <div
            className={`bg-overlay border-line shadow-large rounded-small pointer-events-none absolute bottom-full z-10 mb-1 hidden w-max border px-2.5 py-1.5 text-xs group-hover:block ${side(at)}`}
          >
            <span className="text-muted block">{place}</span>
            {series.map(({ name, texts }, index) => (
              <span key={name} className="flex items-center gap-1.5">
                <span className={`size-2 rounded-full ${dots[index % dots.length]}`} />
                {series.length > 1 ? `${name} ` : ""}
                <span className="font-medium tabular-nums">{texts[at]}</span>
              </span>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

function ChartTable({ title, places, placeName, series }: ChartProps) {
  const say = useWords(words)
  return (
    <details>
      <summary className="text-muted w-fit text-xs underline">{say("asTable")}</summary>
      <div className="mt-2">
        <table className="w-full text-xs">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="text-muted border-line border-b">
              <th scope="col" className="py-1 text-start font-medium">
                {placeName}
              </th>
              {series.map(({ name }) => (
                <th key={name} scope="col" className="py-1 text-end font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place, at) => (
              <tr key={place} className="border-line border-b">
                <th scope="row" className="py-1 text-start font-normal">
                  {place}
                </th>
                {series.map(({ name, texts }) => (
                  <td key={name} className="py-1 text-end tabular-nums">
                    {texts[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
