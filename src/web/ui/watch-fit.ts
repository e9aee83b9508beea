/** Whether the table in it is narrow enough for a box: as long as it is watched, the box says so. */
export function watchFit(box: HTMLElement): () => void {
  const table = box.firstElementChild as HTMLElement
  const observer = new ResizeObserver(() => {
    box.dataset["fits"] = table.offsetWidth <= box.clientWidth ? "yes" : "no"
  })
  observer.observe(box)
  observer.observe(table)
  return () => observer.disconnect()
}
