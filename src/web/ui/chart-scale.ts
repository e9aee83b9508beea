/** The end of an axis that holds the largest figure: an even number of a power of ten, or one, so that its half is plain too. */
export function niceTop(largest: number): number {
  if (largest <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(largest))
  const step = [1, 2, 4, 6, 8, 10].find((one) => one * power >= largest) ?? 10
  return step * power
}

/** Points of a line in a box of 100 by 100, from the first to the last. */
export function linePoints(values: readonly number[], top: number): string {
  const width = values.length > 1 ? 100 / (values.length - 1) : 0
  return values
    .map((value, index) => `${round(index * width)},${round(100 - (Math.max(value, 0) / top) * 100)}`)
    .join(" ")
}

/** What stands below an axis: which place, how far along, and which end of its name stands there. */
export interface AxisLabel {
  readonly at: number
  readonly percent: number
  readonly anchor: "start" | "middle" | "end"
  /** A phone has no room for it. */
  readonly isInner: boolean
}

/**
 * Few bars are all named, each below its own; of many places the first, the middle and the last, and where places are
 * narrower than their names, the outer names end with the axis.
 */
export function axisLabels(count: number, kind: "bars" | "lines"): AxisLabel[] {
  const last = count - 1
  if (kind === "bars" && count <= FEW)
    return Array.from({ length: count }, (_, at) => ({
      at,
      percent: round(((at + 0.5) / count) * 100),
      anchor: "middle",
      isInner: count > 3 && at !== 0 && at !== last,
    }))
  if (last < 1) return [{ at: 0, percent: 0, anchor: "start", isInner: false }]
  const middle = Math.floor(last / 2)
  const percent = round(kind === "bars" ? ((middle + 0.5) / count) * 100 : (middle / last) * 100)
  return [
    { at: 0, percent: 0, anchor: "start", isInner: false },
    ...(middle > 0 ? [{ at: middle, percent, anchor: "middle" as const, isInner: true }] : []),
    { at: last, percent: 100, anchor: "end", isInner: false },
  ]
}

const FEW = 6

/** Shares of a whole that is no figure of ours: percent, each with where it begins. */
export function sharesOf(values: readonly number[]): { from: number; percent: number }[] {
  const whole = values.reduce((sum, value) => sum + value, 0)
  let from = 0
  return values.map((value) => {
    const share = { from: round(from), percent: round(whole === 0 ? 0 : (value / whole) * 100) }
    from += share.percent
    return share
  })
}

/** Sums of stacks, place by place. */
export function stackSums(series: readonly (readonly number[])[]): number[] {
  const [first = []] = series
  return first.map((_, place) => series.reduce((sum, values) => sum + Math.max(values[place] ?? 0, 0), 0))
}

/** Heights of sums of one currency: a picture needs no last digit, and what is read off it is the sum's own text. */
export function heightsOf(sums: readonly { readonly minor: string }[]): number[] {
  return sums.map((sum) => +sum.minor)
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
