import { listMetered } from "#billing"
import { listPlanMeters } from "#catalog"
import type { Context } from "#kit/context.ts"
import { usageRefusals } from "./errors.ts"
import type { SessionWish } from "./session.ts"

const AHEAD = { minutes: 5 }
const OLDEST = { hours: 400 * 24 }

/** Refuses what could never be billed. Gives the agreement's account. */
export async function checkSession(
  ctx: Context,
  { subscriptionId, meter, startedAt, stoppedAt }: SessionWish,
): Promise<string> {
  const agreement = (await listMetered(ctx, [subscriptionId])).get(subscriptionId)
  const versionId = agreement?.versionId ?? ""
  const meters = await listPlanMeters(ctx, versionId ? [versionId] : [])
  const found = meters.get(versionId)?.find(({ id }) => id === meter)
  if (!agreement || !found) return usageRefusals.refuse("usage.meter_missing", { meter }, { field: "meter" })
  if (found.counts !== "time") usageRefusals.refuse("usage.no_time", { meter }, { field: "meter" })
  const now = ctx.clock.now()
  const isAhead = (at: Temporal.Instant) => Temporal.Instant.compare(at, now.add(AHEAD)) > 0
  const isOld = Temporal.Instant.compare(startedAt, now.subtract(OLDEST)) < 0
  if (isAhead(startedAt) || isOld) usageRefusals.refuse("usage.used_when", {}, { field: "startedAt" })
  if (stoppedAt && (isAhead(stoppedAt) || Temporal.Instant.compare(stoppedAt, startedAt) <= 0)) {
    usageRefusals.refuse("usage.stopped_when", {}, { field: "stoppedAt" })
  }
  return agreement.accountId
}
