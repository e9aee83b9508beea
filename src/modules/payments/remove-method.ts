import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, type Reach, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { startWork } from "#kit/work/start-work.ts"
import { paymentMethodRemoved } from "./events.ts"
import { lockMethod } from "./lock-method.ts"
import { settleDefault } from "./settle-default.ts"
import { paymentMethods } from "./tables.ts"
import { forgetMethodWork } from "./work-kinds.ts"

/**
 * Always possible: consent to being charged may be withdrawn at any time, also when it is the only method and things
 * are due. From this moment nothing begins to charge it; the gateway forgets it right after.
 */
export async function removeMethod(
  ctx: Context,
  id: string,
  reach: Reach = within(ctx.actor),
): Promise<{ defaultId: string | null }> {
  const { accountId, brand, lastFour, state } = await lockMethod(ctx, reach, id)
  await ctx.db
    .update(paymentMethods)
    .set({ removedAt: ctx.clock.now(), isDefault: false })
    .where(eq(paymentMethods.id, id))
  const defaultId = await settleDefault(ctx, accountId)
  await startWork(ctx, forgetMethodWork, { methodId: id }, { key: `forget-method:${id}` })
  await announce(ctx, paymentMethodRemoved, { methodId: id, accountId, defaultId })
  await recordAudit(ctx, {
    act: "payments.method-removed",
    subjectId: id,
    accountId,
    before: { brand, lastFour, state },
    after: null,
  })
  return { defaultId }
}
