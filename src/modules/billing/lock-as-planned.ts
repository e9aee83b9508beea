import type { Context } from "#kit/context.ts"
import { lockVersions } from "./lock-versions.ts"
import type { ChunkPlan } from "./open-chunk-plan.ts"
import type { ChunkAhead } from "./renewals-ahead.ts"
import type { SeenVersion } from "./seen-subscription.ts"

/** Locks what is due of the chunk. Its plan, where all of it still stands as it did when it was planned. */
export async function lockAsPlanned(ctx: Context, chunk: ChunkAhead): Promise<ChunkPlan | undefined> {
  const plan = await chunk.plan
  if (!plan) return undefined
  const { accountIds } = chunk.due
  const locked = await lockVersions(ctx, { accountIds, today: chunk.today })
  return isSame(locked, chunk.seen) ? plan : undefined
}

function isSame(locked: readonly SeenVersion[], seen: readonly SeenVersion[]): boolean {
  return (
    locked.length === seen.length &&
    locked.every(({ id, version }, index) => id === seen[index]?.id && version === seen[index].version)
  )
}
