/** The stop of the demo's tour that is lit up goes out by Esc; its address is a plain one again. */
export function endTourByEscape(): void {
  if (!location.hash.startsWith("#tour-")) return
  const stop = document.getElementById(location.hash.slice(1))
  if (!stop) return
  // Browsers that only scroll there still read on from there.
  stop.focus({ preventScroll: true })
  const end = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return
    stop.classList.remove("tour-stop")
    history.replaceState(history.state, "", location.pathname + location.search)
    removeEventListener("keydown", end)
  }
  addEventListener("keydown", end)
}
