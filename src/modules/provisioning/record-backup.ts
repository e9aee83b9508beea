import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import type { SeenBackup } from "./find-backup.ts"
import { everything, lockService } from "./queries.ts"
import { services } from "./tables.ts"

/** Of when the last backup was that the panel had, before the machine was deleted. */
export async function recordBackup(ctx: Context, serviceId: string, { madeAt }: SeenBackup): Promise<void> {
  const { accountId, backupSince } = await lockService(ctx, everything, serviceId)
  if (!backupSince) return
  await ctx.db.update(services).set({ backupSince: null }).where(eq(services.id, serviceId))
  await recordAudit(ctx, {
    act: "provisioning.backup-seen",
    subjectId: serviceId,
    accountId,
    before: { backupSince: backupSince.toString() },
    after: { madeAt },
  })
}
