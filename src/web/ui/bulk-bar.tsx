import { type ReactNode, useEffect, useRef, useState } from "react"
import { useWords } from "../i18n/use-words.ts"
import { Button } from "./button.tsx"
import { words } from "./table.words.ts"
import { TICK_ALL } from "./use-long-table.ts"

/**
 * What can be done with the ticked rows of the table around it; it shows itself with the first tick (motion.css), without
 * a script too. The table itself is not drawn anew when something is ticked: only the count is.
 */
export function BulkBar({ form, children }: { form: string; children: ReactNode }) {
  const say = useWords(words)
  const bar = useRef<HTMLDivElement>(null)
  const [count, setCount] = useState(0)
  const ticks = () => [
    ...(bar.current?.closest("[data-selection]")?.querySelectorAll<HTMLInputElement>("input[data-tick]") ??
      []),
  ]
  const recount = () =>
    setCount(
      ticks().reduce((sum, tick) => sum + (tick.checked ? Number(tick.dataset["standsFor"] ?? 1) : 0), 0),
    )
  useEffect(() => {
    const place = bar.current?.closest("[data-selection]")
    place?.addEventListener("change", recount)
    return () => place?.removeEventListener("change", recount)
  })
  const tickAll = (isTicked: boolean) => {
    for (const tick of ticks()) tick.checked = isTicked
    // A long table knows of more rows than are drawn (use-long-table.ts).
    bar.current?.dispatchEvent(new CustomEvent(TICK_ALL, { detail: isTicked, bubbles: true }))
    recount()
  }
  return (
    <div
      ref={bar}
      data-bulk={form}
      className="bg-overlay border-line shadow-large rounded-box sticky bottom-3 z-10 flex flex-wrap items-center gap-2 border px-3 py-2"
    >
      <output className="me-2 font-medium tabular-nums">{say("selected", { count })}</output>
      {children}
      <span className="ms-auto flex gap-1">
        <Button type="button" look="quiet" size="small" onClick={() => tickAll(true)}>
          {say("selectAll")}
        </Button>
        <Button type="button" look="quiet" size="small" onClick={() => tickAll(false)}>
          {say("clear")}
        </Button>
      </span>
    </div>
  )
}
