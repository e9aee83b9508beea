import { type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from "react"

type Body = RefObject<HTMLTableSectionElement | null>

/** What a row takes before one was seen. */
const ROW_HEIGHT = 37
/** As many screens above and below are drawn before anybody scrolls there. */
const AHEAD = "100% 0px"

interface Blocks {
  readonly drawn: ReadonlySet<number>
  /** Of those that were drawn once, in pixels. */
  readonly heights: ReadonlyMap<number, number>
}

const beginning: Blocks = { drawn: new Set([0, 1]), heights: new Map() }

/** Which blocks of rows are near the window, and how high the others are. */
export function useNearBlocks(first: Body, rows: readonly unknown[], blockRows: number) {
  const [{ drawn, heights }, setBlocks] = useState(beginning)
  useEffect(() => {
    const bodies = first.current?.parentElement?.querySelectorAll("tbody[data-block]") ?? []
    const observer = new IntersectionObserver((entries) => setBlocks((known) => moved(known, entries)), {
      rootMargin: AHEAD,
    })
    for (const body of bodies) observer.observe(body)
    return () => observer.disconnect()
  }, [first, rows])
  const seen = [...heights.values()].reduce((sum, height) => sum + height, 0)
  const rowHeight = heights.size > 0 ? seen / (heights.size * blockRows) : ROW_HEIGHT
  const heightOf = (index: number, count: number) => heights.get(index) ?? rowHeight * count
  return { drawn, heightOf }
}

function moved(known: Blocks, entries: readonly IntersectionObserverEntry[]): Blocks {
  const drawn = new Set(known.drawn)
  const heights = new Map(known.heights)
  for (const { target, isIntersecting, boundingClientRect } of entries) {
    const index = Number((target as HTMLElement).dataset["block"])
    if (known.drawn.has(index) && boundingClientRect.height > 0) heights.set(index, boundingClientRect.height)
    if (isIntersecting) drawn.add(index)
    // Whoever stands in a row keeps standing there.
    else if (!target.contains(document.activeElement)) drawn.delete(index)
  }
  const isSame = drawn.size === known.drawn.size && [...drawn].every((index) => known.drawn.has(index))
  return isSame ? known : { drawn, heights }
}

/** The names of what is ticked, which outlive the boxes that show it; the form sends those that are not drawn as well. */
export function useTicks(
  first: Body,
  form: string | undefined,
  selectable: () => string[],
): ReadonlySet<string> {
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  const all = useRef(selectable)
  useEffect(() => {
    all.current = selectable
  })
  useEffect(() => {
    const place = first.current?.closest("[data-selection]")
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || !target.matches("[data-tick]")) return
      const { name, checked } = target
      setNames((known) =>
        checked ? new Set([...known, name]) : new Set([...known].filter((one) => one !== name)),
      )
    }
    const onAll = (event: Event) => {
      const wanted = (event as CustomEvent<boolean>).detail ? all.current() : []
      startTransition(() => setNames(new Set(wanted)))
    }
    place?.addEventListener("change", onChange)
    place?.addEventListener(TICK_ALL, onAll)
    return () => {
      place?.removeEventListener("change", onChange)
      place?.removeEventListener(TICK_ALL, onAll)
    }
  }, [first])
  useEffect(() => {
    const owner = form === undefined ? first.current?.closest("form") : document.getElementById(form)
    const onSend = ({ formData }: FormDataEvent) => {
      // What a filter has taken out of the list is no longer meant.
      for (const name of all.current()) {
        if (names.has(name) && !formData.has(name)) formData.append(name, "yes")
      }
    }
    const listen = onSend as unknown as EventListener
    owner?.addEventListener("formdata", listen)
    return () => owner?.removeEventListener("formdata", listen)
  }, [first, form, names])
  useEffect(() => {
    // Whoever counts the ticks hears of those that have come with the drawing.
    first.current?.dispatchEvent(new Event("change", { bubbles: true }))
  }, [first, names])
  return names
}

/** Its detail says whether all are to be ticked or none. */
export const TICK_ALL = "tick-all"

/** As wide as the first rows make them: otherwise the columns would move with what is scrolled to. */
export function useFixedColumns(first: Body, shown: string): void {
  useLayoutEffect(() => {
    const table = first.current?.closest("table")
    const place = table?.parentElement
    if (!table || !place) return
    const observer = new ResizeObserver(() => fixColumns(table))
    observer.observe(place)
    fixColumns(table)
    return () => observer.disconnect()
  }, [first, shown])
}

function fixColumns(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])]
  table.style.tableLayout = ""
  for (const head of heads) head.style.width = ""
  const widths = heads.map((head) => head.offsetWidth)
  for (const [index, head] of heads.entries()) head.style.width = `${widths[index] ?? 0}px`
  table.style.tableLayout = "fixed"
  table.style.overflowWrap = "anywhere"
}
