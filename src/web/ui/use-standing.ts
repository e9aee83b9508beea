import { useRevalidator } from "react-router"
import type { z } from "zod"
import type { serviceStandingShape } from "#provisioning/contract"
import { useEventStream } from "./use-event-stream.ts"

type Standing = z.output<typeof serviceStandingShape>
type ShownService = Pick<Standing["items"][number], "id" | "state" | "words">

export interface StandingWish {
  /** Only this one; otherwise the reader's newest. */
  readonly id?: string
  /** False while the page shows what a form was answered: fetching it anew would wipe that away. */
  readonly isUndisturbed?: boolean
}

/** Services on a page move by themselves: when one is ready, or stopped, the page's data is fetched anew. */
export function useStanding(shown: readonly ShownService[], { id, isUndisturbed = true }: StandingWish = {}) {
  const { revalidate } = useRevalidator()
  useEventStream<Standing>(`/api/v1/service-states${id ? `?id=${id}` : ""}`, {
    onValue: ({ items }) => void (isUndisturbed && isNews(items, shown) && revalidate()),
  })
}

/** Each event is the whole present state: the first one hardly ever says more than the page already does. */
function isNews(items: readonly ShownService[], shown: readonly ShownService[]): boolean {
  const [newest] = items
  const known = new Map(items.map((one) => [one.id, one]))
  const moved = shown.some(({ id, state, words }) => {
    const now = known.get(id)
    return now !== undefined && (now.state !== state || now.words !== words)
  })
  return moved || (shown.length === 0 && newest !== undefined)
}
