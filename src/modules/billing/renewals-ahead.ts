import type { DueChunk } from "./list-due-accounts.ts"
import type { ChunkPlan } from "./open-chunk-plan.ts"
import type { SeenVersion } from "./seen-subscription.ts"

/**
 * What a run's next chunk will write, planned while the database writes this one. It stands in memory, one chunk of it, and
 * decides nothing: whoever writes by it has locked the rows and found them as they were.
 */
export interface RenewalsAhead {
  chunk: ChunkAhead | undefined
}

export interface ChunkAhead {
  /** Where it begins. */
  readonly after: string
  readonly due: DueChunk
  readonly seen: readonly SeenVersion[]
  readonly seenAt: Temporal.Instant
  readonly today: Temporal.PlainDate
  readonly plan: Promise<ChunkPlan | undefined>
}

export function openRenewalsAhead(): RenewalsAhead {
  return { chunk: undefined }
}
