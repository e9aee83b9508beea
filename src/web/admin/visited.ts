/** A thing of the shop whose page was read in this tab. */
export interface Visited {
  readonly to: string
  readonly label: string
}

const most = 6

/** Pages of one thing alone: "/admin/orders/ord_01…". Lists have a place of their own. */
const ofOneThing = /\/admin\/([a-z-]+\/[a-z]+_[0-9a-z]+)$/

/** Names of customers stay in the tab they were read in, and are shown to nobody who signs in after. */
const keyOf = (readerId: string) => `visited:${readerId}`

export function listVisited(readerId: string): readonly Visited[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(readerId)) ?? "[]") as Visited[]
  } catch {
    // A browser that keeps nothing has nothing to show.
    return []
  }
}

export function noteVisited(readerId: string, pathname: string, label: string): void {
  const [, place] = pathname.match(ofOneThing) ?? []
  if (!place || label === "") return
  const to = `/admin/${place}`
  const others = listVisited(readerId).filter((one) => one.to !== to)
  try {
    sessionStorage.setItem(keyOf(readerId), JSON.stringify([{ to, label }, ...others].slice(0, most)))
  } catch {
    // Full or forbidden: the palette does without.
  }
}
