import { useRevalidator } from "react-router"
import type { Connection } from "../../ui/open-stream.ts"
import { endStates, type Progress } from "../../ui/progress.ts"
import { useEventStream } from "../../ui/use-event-stream.ts"

export interface Followed {
  readonly id: string
  readonly state: Progress["state"]
  /** False while the page shows the words of a refused form: fetching it anew would wipe them away. */
  readonly isUndisturbed?: boolean
}

/**
 * While an operation runs, each event of its stream fetches the page's data anew, for its words are the server's; so it
 * survives a reload.
 */
export function useFollowed({ id, state, isUndisturbed = true }: Followed): Connection {
  const { revalidate, state: fetching } = useRevalidator()
  const isOver = endStates.has(state)
  const { connection } = useEventStream<Progress>(isOver ? null : `/api/v1/operations/${id}/progress`, {
    onValue: () => void (isUndisturbed && fetching === "idle" && revalidate()),
    onEnd: () => void (isUndisturbed && revalidate()),
  })
  return isOver ? "ended" : connection
}
