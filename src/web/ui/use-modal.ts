import { useEffect, useEffectEvent, useRef } from "react"

/** A dialog that is open as long as it is there; Escape and a press beside it ask to be rid of it. */
export function useModal(close: () => void) {
  const dialog = useRef<HTMLDialogElement>(null)
  const onClose = useEffectEvent(close)
  useEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    const stop = new AbortController()
    const { signal } = stop
    element.addEventListener("close", () => onClose(), { signal })
    // The backdrop belongs to the dialog: a press on it hits the dialog itself, never something within.
    element.addEventListener("click", (event) => event.target === element && element.close(), { signal })
    if (!element.open) element.showModal()
    return () => stop.abort()
  }, [])
  return dialog
}
