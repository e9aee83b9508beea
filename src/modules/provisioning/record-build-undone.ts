import { and, eq, ne } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { tellWatchers } from "#kit/watch.ts"
import { serviceBuildUndone } from "./events.ts"
import { leaveTurn } from "./leave-turn.ts"
import { everything, lockService } from "./queries.ts"
import { canMove } from "./service.ts"
import { builds, services } from "./tables.ts"

/** Everything that was made has been taken back. */
export async function recordBuildUndone(
  ctx: Context,
  input: { readonly serviceId: string; readonly buildId: string },
): Promise<void> {
  const service = await lockService(ctx, everything, input.serviceId)
  await leaveTurn(ctx, service.id)
  await ctx.db.update(builds).set({ state: "undone" }).where(eq(builds.id, input.buildId))
  if (!canMove(service.state, "ended")) return
  await ctx.db
    .update(services)
    .set({
      state: "ended",
      desired: "ended",
      observed: "absent",
      observedAt: ctx.clock.now(),
      endedAt: ctx.clock.now(),
      remoteId: null,
    })
    .where(and(eq(services.id, service.id), ne(services.state, "ended")))
    .returning({ told: tellWatchers(ctx, service.accountId) })
  const { id: serviceId, accountId, orderId } = service
  await announce(ctx, serviceBuildUndone, { serviceId, accountId, orderId })
}
