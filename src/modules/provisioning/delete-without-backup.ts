import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { listOperations } from "#kit/work/queries.ts"
import { retryOperation } from "#kit/work/retry-operation.ts"
import { provisioningRefusals } from "./errors.ts"
import { everything, getService, lockService, type ServiceView } from "./queries.ts"
import { services } from "./tables.ts"
import { terminateServiceHead } from "./work-heads.ts"

/** A person decides that what a deletion waits for is not needed. What is on the machine can't be brought back. */
export async function deleteWithoutBackup(
  ctx: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<ServiceView> {
  const { accountId, desired, backupSince } = await lockService(ctx, everything, id)
  if (desired !== "ended" || !backupSince) {
    return provisioningRefusals.refuse("provisioning.no_backup_awaited", { serviceId: id })
  }
  await ctx.db.update(services).set({ backupSince: null }).where(eq(services.id, id))
  await recordAudit(ctx, {
    act: "provisioning.backup-waived",
    subjectId: id,
    accountId,
    reason,
    before: { backupSince: backupSince.toString() },
    after: { backupSince: null },
  })
  const { name } = terminateServiceHead
  const { items } = await listOperations(ctx, { subject: id, name, states: ["stuck"], limit: 10 })
  for (const operation of items) await retryOperation(ctx, operation.id)
  return getService(ctx, everything, id)
}
