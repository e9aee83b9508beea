import type { Context } from "#kit/context.ts"
import { inBreaths } from "#kit/work/in-breaths.ts"
import { isWaived, nextCharge } from "./next-charge.ts"
import { openRenewalPlan } from "./open-renewal-plan.ts"
import { type PackedRenewals, packRenewals } from "./pack-renewals.ts"
import { groupRenewals } from "./renewal-lines.ts"
import type { RunningSubscription } from "./subscription.ts"

export interface ChunkPlan {
  /** What costs nothing goes on by itself. */
  readonly free: readonly RunningSubscription[]
  readonly renewals: PackedRenewals
}

/** As a plan of renewals: what is asked of one account in one currency is asked by one request. */
export async function openChunkPlan(
  ctx: Context,
  accountIds: readonly string[],
): Promise<(running: readonly RunningSubscription[]) => Promise<ChunkPlan>> {
  const plan = await openRenewalPlan(ctx, accountIds)
  return async (running) => {
    const priced = await inBreaths(running, (one) => ({ one, isFree: !costs(one) }))
    const part = (wanted: boolean) => priced.filter(({ isFree }) => isFree === wanted).map(({ one }) => one)
    const wishes = groupRenewals(part(false)).map(
      (group) => ({ group, purpose: "renewal", cycles: 1 }) as const,
    )
    return { free: part(true), renewals: await packRenewals(ctx, await plan(wishes)) }
  }
}

/** A few days up to the billing day that no gateway would take are given. */
function costs(one: RunningSubscription): boolean {
  return !isWaived(one, nextCharge(one))
}
