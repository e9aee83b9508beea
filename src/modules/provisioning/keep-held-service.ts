import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { provisioningRefusals } from "./errors.ts"
import { serviceHolds } from "./hold-tables.ts"
import { everything, lockService } from "./queries.ts"

/** It stands still for as long as staff like; it is deleted by hand, or not at all. */
export async function keepHeldService(
  ctx: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  const { accountId } = await lockService(ctx, everything, id)
  const [hold] = await ctx.db.select().from(serviceHolds).where(eq(serviceHolds.id, id)).limit(1)
  if (!hold?.releaseOn) return provisioningRefusals.refuse("provisioning.not_held", { serviceId: id })
  await ctx.db.update(serviceHolds).set({ releaseOn: null }).where(eq(serviceHolds.id, id))
  await recordAudit(ctx, {
    act: "provisioning.held-service-kept",
    subjectId: id,
    accountId,
    reason,
    before: { releaseOn: hold.releaseOn.toString() },
    after: { releaseOn: null },
  })
}
