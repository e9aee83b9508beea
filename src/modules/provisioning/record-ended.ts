import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { tellWatchers } from "#kit/watch.ts"
import { serviceEnded } from "./events.ts"
import { everything, lockService } from "./queries.ts"
import { canMove } from "./service.ts"
import { builds, credentials, services } from "./tables.ts"

/** The panel doesn't know the machine any more, or never did. What opened it is thrown away. */
export async function recordEnded(ctx: Context, serviceId: string): Promise<void> {
  const service = await lockService(ctx, everything, serviceId)
  if (!canMove(service.state, "ended")) return
  const now = ctx.clock.now()
  await ctx.db
    .update(services)
    .set({
      state: "ended",
      desired: "ended",
      observed: "absent",
      observedAt: now,
      endedAt: now,
      attention: null,
    })
    .where(eq(services.id, serviceId))
    .returning({ told: tellWatchers(ctx, service.accountId) })
  await ctx.db.update(builds).set({ state: "undone" }).where(eq(builds.serviceId, serviceId))
  await ctx.db.delete(credentials).where(eq(credentials.serviceId, serviceId))
  await announce(ctx, serviceEnded, { serviceId, accountId: service.accountId, orderId: service.orderId })
}
