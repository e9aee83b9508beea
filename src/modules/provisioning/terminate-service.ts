import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { everything, lockService } from "./queries.ts"
import { recordEnded } from "./record-ended.ts"
import { startWished } from "./start-wished.ts"
import { services } from "./tables.ts"

export interface TerminationWish {
  readonly reason: string
  /** Only once a backup made on this day or later was seen, where its panel tells of backups. */
  readonly backupSince?: Temporal.PlainDate | null
}

/** Wishes the service gone. A machine being built is finished first and then deleted: never half of one left. */
export async function terminateService(
  ctx: Context,
  serviceId: string,
  { reason, backupSince = null }: TerminationWish,
): Promise<void> {
  const service = await lockService(ctx, everything, serviceId)
  if (service.desired === "ended" || service.state === "ended") return
  await ctx.db.update(services).set({ desired: "ended", backupSince }).where(eq(services.id, serviceId))
  await recordAudit(ctx, {
    act: "provisioning.service-terminated",
    subjectId: serviceId,
    accountId: service.accountId,
    reason,
    before: { state: service.state, desired: service.desired },
    after: { desired: "ended", ...(backupSince ? { backupSince: backupSince.toString() } : {}) },
  })
  if (service.state === "waiting_for_payment") return recordEnded(ctx, serviceId)
  await startWished(ctx, { ...service, desired: "ended", backupSince })
}
