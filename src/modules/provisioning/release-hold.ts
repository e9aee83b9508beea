import { and, eq, lte } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { provisioningRefusals } from "./errors.ts"
import { serviceHolds } from "./hold-tables.ts"
import { everything, lockService } from "./queries.ts"
import { terminateService } from "./terminate-service.ts"

export interface Release {
  readonly reason: string
  /** Only if it was not decided otherwise since: its day is this one or before. */
  readonly dueBy?: Temporal.PlainDate
}

/** The service goes, with what is on it, once its panel is known to have a backup where one is wanted. */
export async function releaseHold(
  ctx: Context,
  serviceId: string,
  { reason, dueBy }: Release,
): Promise<void> {
  await lockService(ctx, everything, serviceId)
  const [hold] = await ctx.db
    .delete(serviceHolds)
    .where(and(eq(serviceHolds.id, serviceId), dueBy ? lte(serviceHolds.releaseOn, dueBy) : undefined))
    .returning({ backupSince: serviceHolds.backupSince })
  if (hold) return terminateService(ctx, serviceId, { reason, backupSince: hold.backupSince })
  if (!dueBy) provisioningRefusals.refuse("provisioning.not_held", { serviceId })
}
