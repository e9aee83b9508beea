import type { Context } from "#kit/context.ts"
import { wordsOf } from "#kit/work/failure.ts"
import { inBreaths } from "#kit/work/in-breaths.ts"
import { listDueAccounts } from "./list-due-accounts.ts"
import { type ChunkPlan, openChunkPlan } from "./open-chunk-plan.ts"
import type { RenewalsAhead } from "./renewals-ahead.ts"
import { seeDue } from "./see-due.ts"
import { readSeen, type SeenRow } from "./seen-subscription.ts"
import { isRunning, type RunningSubscription } from "./subscription.ts"

/** Sees and begins to plan the chunk that begins there. These accounts are in hand already. */
export async function lookAhead(
  ctx: Context,
  ahead: RenewalsAhead,
  { after, today, inHand }: { after: string; today: Temporal.PlainDate; inHand: readonly string[] },
): Promise<void> {
  const due = await listDueAccounts(ctx, today, after)
  const known = new Set(inHand)
  const accountIds = due.accountIds.filter((id) => !known.has(id))
  const plan = await openChunkPlan(ctx, accountIds)
  const seenAt = ctx.clock.now()
  const seen = await seeDue(ctx, { accountIds, today })
  ahead.chunk = { after, due, seen, seenAt, today, plan: planSeen(ctx, seen, plan) }
}

/** One that can't be reckoned fails its chunk again when its turn comes, and is found there. */
async function planSeen(
  { log }: Context,
  seen: readonly SeenRow[],
  plan: (running: readonly RunningSubscription[]) => Promise<ChunkPlan>,
): Promise<ChunkPlan | undefined> {
  try {
    return await plan((await inBreaths(seen, readSeen)).filter(isRunning))
  } catch (error) {
    log.debug({ because: wordsOf(error) }, "a chunk of renewals could not be planned ahead")
    return undefined
  }
}
