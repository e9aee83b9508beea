import { sumInvoicedByDay } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { countOrdersByDay } from "#orders"
import { countServicesByState } from "#provisioning"
import { getSettings } from "#tenancy"
import { type Overview, planOverview } from "./plan-overview.ts"

/** Three statements, each over an index and bounded by the days; nothing is kept. */
export async function getOverview(
  ctx: Context,
  reach: Reach,
  { days: count }: { readonly days: number },
): Promise<Overview> {
  const { timeZone } = await getSettings(ctx)
  const today = ctx.clock.today(timeZone)
  const days = Array.from({ length: count }, (_, index) => today.subtract({ days: count - 1 - index }))
  const since = days[0]?.toZonedDateTime({ timeZone }).toInstant() ?? ctx.clock.now()
  const orders = await countOrdersByDay(ctx, reach, { since, timeZone })
  const invoiced = await sumInvoicedByDay(ctx, reach, since)
  const services = await countServicesByState(ctx, reach)
  return planOverview({ days: days.map(String), orders, invoiced, services })
}
