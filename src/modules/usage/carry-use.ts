import { actorId, type Context } from "#kit/context.ts"
import { insertRows } from "#kit/write-rows.ts"
import { getSettings } from "#tenancy"
import type { Carried } from "./carry-over.ts"
import { useRecords } from "./tables.ts"

/** Keys of senders are trimmed: none begins with a space. */
const CARRIED = " carried:"

/** Keeps what is left of corrections as a record of the first day that is not counted yet. */
export async function carryUse(ctx: Context, carried: readonly Carried[]): Promise<void> {
  if (carried.length === 0) return
  const { timeZone } = await getSettings(ctx)
  const by = { recordedAt: ctx.clock.now(), recordedBy: actorId(ctx.actor) }
  const rows = carried.map(({ subscriptionId, meter, to, rest }) => ({
    id: ctx.newId("use"),
    subscriptionId,
    meter,
    ...rest,
    usedAt: to.toZonedDateTime(timeZone).toInstant(),
    countsOn: to,
    key: `${CARRIED}${meter}:${to}`,
    corrects: null,
    reason: null,
    ...by,
  }))
  await insertRows(ctx.db, useRecords, rows)
}
