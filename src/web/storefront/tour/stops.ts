import type { PageServices } from "../../api-context.ts"
import type { StopName } from "../../ui/tour-stop.tsx"

export interface Stop {
  readonly name: StopName
  readonly isDone: boolean
  /** With the place on that page: its element lights up there and takes the focus. */
  readonly to: string
}

type Facts = Awaited<ReturnType<PageServices["tour"]>>

/** The four stops, in their order. Where nothing can be read, none is done. */
export function listStops(facts: Facts): Stop[] {
  const stuck = facts?.stuckOperationId
  const stops: readonly [name: StopName, isDone: boolean | undefined, page: string][] = [
    ["buy", facts?.isBought, "/products/vps"],
    ["break", facts?.isBroken, "/sandbox/virtfusion/"],
    ["repair", facts?.isRepaired, stuck ? `/admin/operations/${stuck}` : "/admin/operations?state=stuck"],
    ["clock", facts?.isClockMoved, "/sandbox/clock/"],
  ]
  return stops.map(([name, isDone = false, page]) => ({ name, isDone, to: `${page}#tour-${name}` }))
}
