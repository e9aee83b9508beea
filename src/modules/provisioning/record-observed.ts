import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { tellWatchers } from "#kit/watch.ts"
import { everything, lockService } from "./queries.ts"
import { canMove } from "./service.ts"
import { services } from "./tables.ts"

/** What the panel was brought to. Answers what is still wished, when that has changed meanwhile. */
export async function recordObserved(
  ctx: Context,
  serviceId: string,
  observed: "running" | "suspended",
): Promise<"as wished" | "changed meanwhile"> {
  const service = await lockService(ctx, everything, serviceId)
  const state = observed === "suspended" ? "suspended" : "active"
  const moves = service.state === state || canMove(service.state, state)
  const write = ctx.db
    .update(services)
    .set({ observed, observedAt: ctx.clock.now(), ...(moves ? { state, attention: null } : {}) })
    .where(eq(services.id, serviceId))
  const isNews = moves && service.state !== state
  await (isNews ? write.returning({ told: tellWatchers(ctx, service.accountId) }) : write)
  const wished = service.desired === "suspended" ? "suspended" : "running"
  return service.desired === "ended" || wished === observed ? "as wished" : "changed meanwhile"
}
