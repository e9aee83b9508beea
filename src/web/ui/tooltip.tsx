import { cloneElement, type ReactElement, useEffect, useId, useRef, useState } from "react"

export interface TooltipProps {
  readonly text: string
  /** What takes the focus, and is described by the words. */
  readonly children: ReactElement<{ "aria-describedby"?: string | undefined }>
}

/** A few words more about what it stands at: under a pointer, at the focus, and gone on Escape. Never the only place. */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId()
  const place = useRef<HTMLSpanElement>(null)
  const [isDismissed, setDismissed] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && setDismissed(true)
    document.addEventListener("keydown", onKey, { signal })
    for (const left of ["focusout", "mouseleave"]) {
      place.current?.addEventListener(left, () => setDismissed(false), { signal })
    }
    return () => stop.abort()
  }, [])
  return (
    <span ref={place} className="group/tip relative inline-flex">
      {cloneElement(children, {
        "aria-describedby": [children.props["aria-describedby"], id].filter(Boolean).join(" "),
      })}
      <span
        id={id}
        role="tooltip"
        className={`bg-ink text-surface rounded-small pointer-events-none absolute start-1/2 bottom-full z-30 mb-1.5 hidden w-max max-w-56 -translate-x-1/2 px-2 py-1 text-xs rtl:translate-x-1/2 ${isDismissed ? "" : "group-focus-within/tip:block group-hover/tip:block"}`}
      >
        {text}
      </span>
    </span>
  )
}
