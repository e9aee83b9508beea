import type { Context } from "#kit/context.ts"
import { openChunkPlan } from "./open-chunk-plan.ts"
import type { RunningSubscription } from "./subscription.ts"
import { writeChunk } from "./write-chunk.ts"

/** Asks for all of these at once; what costs nothing goes on by itself. Called with their rows locked. */
export async function renewRows(ctx: Context, running: readonly RunningSubscription[]): Promise<void> {
  const plan = await openChunkPlan(ctx, [...new Set(running.map(({ accountId }) => accountId))])
  await writeChunk(ctx, await plan(running))
}
