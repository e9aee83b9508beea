import { and, eq, isNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { startWork } from "#kit/work/start-work.ts"
import { paymentMethodRemoved } from "./events.ts"
import { settleDefault } from "./settle-default.ts"
import { paymentMethods } from "./tables.ts"
import { forgetMethodWork } from "./work-kinds.ts"

/** Two accounts become one: cards go along with what they pay for. One that both had is kept once, as the survivor's. */
export async function moveMethods(
  ctx: Context,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  const isTheSameCard = sql`exists (
    select from payments.payment_methods ours
    where ours.account_id = ${intoId} and ours.endpoint_id = ${paymentMethods.endpointId}
      and ours.fingerprint = ${paymentMethods.fingerprint} and ours.removed_at is null)`
  const doubled = await ctx.db
    .update(paymentMethods)
    .set({ removedAt: ctx.clock.now(), isDefault: false })
    .where(and(eq(paymentMethods.accountId, fromId), isNull(paymentMethods.removedAt), isTheSameCard))
    .returning({ id: paymentMethods.id })
  await ctx.db
    .update(paymentMethods)
    .set({ accountId: intoId, isDefault: false })
    .where(eq(paymentMethods.accountId, fromId))
  const defaultId = await settleDefault(ctx, intoId)
  for (const { id } of doubled) {
    await startWork(ctx, forgetMethodWork, { methodId: id }, { key: `forget-method:${id}` })
    await announce(ctx, paymentMethodRemoved, { methodId: id, accountId: intoId, defaultId })
  }
}
