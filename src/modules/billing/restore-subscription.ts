import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { getSubscription } from "./get-subscription.ts"
import type { Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Back where everybody sees it, as over as it was. */
export async function restoreSubscription(
  ctx: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Subscription> {
  const reach = within(ctx.actor)
  const one = await getSubscription(ctx, reach, id, "update")
  if (!one.deletedAt) return one
  await ctx.db.update(subscriptions).set({ deletedAt: null }).where(eq(subscriptions.id, id))
  await recordAudit(ctx, {
    act: "billing.subscription-restored",
    subjectId: id,
    accountId: one.accountId,
    reason,
    before: { deletedAt: one.deletedAt.toString() },
  })
  return getSubscription(ctx, reach, id)
}
