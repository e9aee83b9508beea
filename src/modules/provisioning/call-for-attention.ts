import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { tellWatchers } from "#kit/watch.ts"
import { serviceNeedsAttention } from "./events.ts"
import type { ServiceRow } from "./queries.ts"
import { type AttentionKind, canMove } from "./service.ts"
import { services } from "./tables.ts"

/** The service stops for a person; its own page and the staff both get to know why. */
export async function callForAttention(
  ctx: Context,
  service: ServiceRow,
  attention: AttentionKind,
  why: string,
): Promise<void> {
  const moves = canMove(service.state, "needs_attention")
  if (!moves && service.state !== "needs_attention") return
  await ctx.db
    .update(services)
    .set({ state: "needs_attention", attention })
    .where(eq(services.id, service.id))
    .returning({ told: tellWatchers(ctx, service.accountId) })
  await announce(ctx, serviceNeedsAttention, {
    serviceId: service.id,
    accountId: service.accountId,
    orderId: service.orderId,
    operationId: service.operationId,
    why,
  })
}
