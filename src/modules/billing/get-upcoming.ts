import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { listRunning } from "./list-running.ts"
import { isRunning } from "./subscription.ts"
import { listUpcoming, type UpcomingCharge } from "./upcoming-charges.ts"

/** The next twelve months of an account, or of all of the caller's. */
export async function getUpcoming(
  ctx: Context,
  reach: Reach,
  accountId: string | undefined,
): Promise<UpcomingCharge[]> {
  const running = await listRunning(ctx, reach, accountId)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  return listUpcoming(running.filter(isRunning), today)
}
