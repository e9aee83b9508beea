import type { Context } from "#kit/context.ts"
import { insertOf, packColumns } from "#kit/write-rows.ts"
import { getSettings } from "#tenancy"
import type { PackedRenewals } from "./pack-renewals.ts"
import { paymentRequests } from "./tables.ts"
import { type TakenNumber, takeNumbers } from "./take-numbers.ts"

/**
 * What was planned from the very rows that are locked. Numbers are taken last: whoever else asks for money waits from
 * there on, until this is committed.
 */
export async function writeRenewals(ctx: Context, renewals: PackedRenewals): Promise<TakenNumber[]> {
  const { count, told, requests, after } = renewals
  if (count === 0) return []
  for (const statement of told) await ctx.db.execute(statement)
  const { legalEntityId, timeZone } = await getSettings(ctx)
  const today = ctx.clock.today(timeZone)
  const taken = await takeNumbers(ctx, { legalEntityId, kind: "payment_request", today }, count)
  const numbers = packColumns(
    paymentRequests,
    taken.map(({ number }) => ({ number })),
  )
  await ctx.db.execute(insertOf(paymentRequests, [...numbers, ...requests]))
  for (const statement of after) await ctx.db.execute(statement)
  return taken
}
