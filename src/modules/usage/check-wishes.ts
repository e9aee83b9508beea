import { listMetered } from "#billing"
import { listPlanMeters } from "#catalog"
import type { Context } from "#kit/context.ts"
import { parseDecimal } from "#kit/fraction.ts"
import { checkCorrections } from "./check-corrections.ts"
import { usageRefusals } from "./errors.ts"
import type { UseWish } from "./record.ts"

const OLDEST = { hours: 400 * 24 }
/** Clocks of senders run ahead a little. */
const AHEAD = { minutes: 5 }

/** Refuses what could never be billed, at its field. Gives the account of each agreement. */
export async function checkWishes(
  ctx: Context,
  wishes: readonly UseWish[],
): Promise<(subscriptionId: string) => string> {
  const agreements = await listMetered(
    ctx,
    wishes.map(({ subscriptionId }) => subscriptionId),
  )
  const meters = await listPlanMeters(
    ctx,
    [...agreements.values()].flatMap(({ versionId }) => versionId ?? []),
  )
  const now = ctx.clock.now()
  for (const [index, wish] of wishes.entries()) {
    const at = (field: string) => ({ field: `records/${index}/${field}` })
    const versionId = agreements.get(wish.subscriptionId)?.versionId ?? ""
    const meter = meters.get(versionId)?.find(({ id }) => id === wish.meter)
    if (!meter) return usageRefusals.refuse("usage.meter_missing", { meter: wish.meter }, at("meter"))
    if (meter.counts === "time")
      usageRefusals.refuse("usage.not_an_amount", { meter: wish.meter }, at("meter"))
    const isTooEarly = Temporal.Instant.compare(wish.usedAt, now.subtract(OLDEST)) < 0
    if (isTooEarly || Temporal.Instant.compare(wish.usedAt, now.add(AHEAD)) > 0) {
      usageRefusals.refuse("usage.used_when", {}, at("usedAt"))
    }
    const { numerator } = parseDecimal(wish.quantity)
    if (numerator === 0n || (numerator < 0n && wish.corrects === undefined)) {
      usageRefusals.refuse("usage.quantity_wrong", {}, at("quantity"))
    }
  }
  await checkCorrections(ctx, wishes)
  return (id) => agreements.get(id)?.accountId ?? ""
}
