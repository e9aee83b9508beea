import { useEffect, useState } from "react"
import { useHref } from "react-router"
import type { Found } from "./found.ts"

/** Long enough that a fast typist asks once. */
const pauseMs = 150

export function useFound(text: string) {
  const address = useHref("/admin/find")
  const wanted = text.trim()
  const [answer, setAnswer] = useState<{ readonly for: string; readonly found: readonly Found[] | null }>()
  useEffect(() => {
    if (wanted.length < 2) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      void askFor(`${address}?q=${encodeURIComponent(wanted)}`, stop.signal).then(
        (found) => stop.signal.aborted || setAnswer({ for: wanted, found }),
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [wanted, address])
  if (wanted.length < 2) return { found: [], state: "idle" } as const
  // What the last word found stays until the next answer is there: nothing flickers.
  const state = answer?.for !== wanted ? "searching" : answer.found ? "idle" : "failed"
  return { found: answer?.found ?? [], state } as const
}

/** Nothing, when it did not answer: the palette says so. */
async function askFor(address: string, signal: AbortSignal): Promise<readonly Found[] | null> {
  const answer = await fetch(address, { signal }).then(
    (response) => (response.ok ? (response.json() as Promise<{ found: readonly Found[] }>) : null),
    () => null,
  )
  return answer?.found ?? null
}
