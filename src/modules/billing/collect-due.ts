import type { Context } from "#kit/context.ts"
import { inHalves, type LeftOut } from "#kit/work/in-halves.ts"
import { collectAgreements } from "./collect-agreements.ts"
import { listCollected } from "./list-collected.ts"
import { readCollectingDay } from "./read-collecting-day.ts"

const MOST_AT_ONCE = 500

export interface CollectedChunk {
  /** Where the next chunk begins; null at the end. */
  readonly next: string | null
  readonly ending: readonly string[]
  /** Nothing was done about these. */
  readonly leftOut: readonly LeftOut[]
}

/** A chunk of the day's reminding, missing and suspending. One that can't be done is left out; the others go on. */
export async function collectDue(ctx: Context, after: string): Promise<CollectedChunk> {
  const day = await readCollectingDay(ctx)
  const { ids, next } = await listCollected(ctx, { ...day, after, most: MOST_AT_ONCE })
  const inOrder = ids.toSorted()
  const { done, leftOut } = await inHalves(ctx, inOrder, (part) => collectAgreements(ctx, part, day))
  return { next, ending: done, leftOut }
}
