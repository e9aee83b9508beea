/** Moving through a list by keys: j and k go on and back, x ticks, Enter opens. The lists themselves know nothing of it. */
export function moveInList(key: string): boolean {
  if (key === "j" || key === "k") return step(key === "j" ? 1 : -1)
  const row = currentRow()
  if (key !== "x" || !row) return false
  row.querySelector<HTMLInputElement>("input[data-tick]")?.click()
  return true
}

function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("tr[data-row]")]
  if (rows.length === 0) return false
  const at = rows.findIndex((row) => row === currentRow())
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)]
  // The row's own link takes the focus: Enter opens it, and a screen reader says where one is.
  const place = next?.querySelector<HTMLElement>("th a[href], td a[href], input[data-tick], button, summary")
  place?.focus({ focusVisible: true } as FocusOptions)
  place?.scrollIntoView({ block: "nearest" })
  return place !== undefined && place !== null
}

function currentRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("tr[data-row]") ?? null
}
