import type { Context } from "#kit/context.ts"
import { inBreaths } from "#kit/work/in-breaths.ts"
import { listWaitingUse } from "./list-waiting-use.ts"
import { isWaived, nextCharge } from "./next-charge.ts"
import { openRenewalPlan } from "./open-renewal-plan.ts"
import { type PackedRenewals, packRenewals } from "./pack-renewals.ts"
import { MOST_LINES } from "./payment-request.ts"
import { groupRenewals, keyOfGroup } from "./renewal-lines.ts"
import type { RunningSubscription } from "./subscription.ts"
import type { WaitingUse } from "./waiting-use.ts"

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
  const waiting = Map.groupBy(await listWaitingUse(ctx, { accountIds }), keyOfUse)
  return async (running) => {
    const priced = await inBreaths(running, (one) => ({ one, isFree: !costs(one) }))
    const part = (wanted: boolean) => priced.filter(({ isFree }) => isFree === wanted).map(({ one }) => one)
    const rest = new Map(waiting)
    const wishes = groupRenewals(part(false)).map((group) => {
      const use = takeUse(rest, group)
      return { group, purpose: "renewal", cycles: 1, use } as const
    })
    return { free: part(true), renewals: await packRenewals(ctx, await plan(wishes)) }
  }
}

/** Use goes along where it is paid the same way, with the account's first request that has room for it. */
function takeUse(rest: Map<string, readonly WaitingUse[]>, group: readonly RunningSubscription[]) {
  const [first] = group
  const key = first ? keyOfGroup(first) : ""
  const use = (rest.get(key) ?? []).slice(0, MOST_LINES - group.length)
  rest.set(key, (rest.get(key) ?? []).slice(use.length))
  return use
}

function keyOfUse({ accountId, currency, collection, methodId }: WaitingUse): string {
  return `${accountId} ${currency} ${collection} ${methodId}`
}

/** A few days up to the billing day that no gateway would take are given. */
function costs(one: RunningSubscription): boolean {
  return !isWaived(one, nextCharge(one))
}
