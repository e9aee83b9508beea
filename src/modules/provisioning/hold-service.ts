import type { Context } from "#kit/context.ts"
import { serviceHolds } from "./hold-tables.ts"
import { suspendService } from "./suspend-service.ts"

export interface WantedHold {
  readonly serviceId: string
  readonly releaseOn: Temporal.PlainDate
  readonly backupSince: Temporal.PlainDate | null
}

/** It stops at once and is kept until its day: nothing is deleted by a click on a refund page. */
export async function holdService(
  ctx: Context,
  { serviceId, releaseOn, backupSince }: WantedHold,
): Promise<void> {
  await suspendService(ctx, serviceId, "own_wish")
  await ctx.db.insert(serviceHolds).values({ id: serviceId, releaseOn, backupSince }).onConflictDoNothing()
}
