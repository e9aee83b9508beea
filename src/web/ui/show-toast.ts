export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: "good" | "bad"
}

const place = new EventTarget()
let count = 0

/** Says in passing that something is done. What needs an answer is a banner or a dialog. */
export function showToast(text: string, tone: Toast["tone"] = "good"): void {
  count += 1
  place.dispatchEvent(new CustomEvent<Toast>("toast", { detail: { id: count, text, tone } }))
}

export function listenForToasts(hear: (toast: Toast) => void): () => void {
  const stop = new AbortController()
  place.addEventListener("toast", (event) => hear((event as CustomEvent<Toast>).detail), {
    signal: stop.signal,
  })
  return () => stop.abort()
}
