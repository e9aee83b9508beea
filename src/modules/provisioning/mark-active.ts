import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { tellWatchers } from "#kit/watch.ts"
import type { RemoteService } from "./drivers/driver.ts"
import { serviceActivated } from "./events.ts"
import { everything, lockService } from "./queries.ts"
import { canMove } from "./service.ts"
import { startWished } from "./start-wished.ts"
import { builds, serviceAddresses, services } from "./tables.ts"

/** The machine stands and opens: say so, once. What was wished meanwhile (suspended, ended) follows at once. */
export async function markActive(
  ctx: Context,
  built: {
    readonly serviceId: string
    readonly buildId: string
    readonly addresses: RemoteService["addresses"]
  },
): Promise<void> {
  const service = await lockService(ctx, everything, built.serviceId)
  if (!canMove(service.state, "active")) return
  const now = ctx.clock.now()
  await ctx.db.update(builds).set({ state: "finished" }).where(eq(builds.id, built.buildId))
  await ctx.db
    .update(services)
    .set({
      state: "active",
      attention: null,
      observed: "running",
      observedAt: now,
      activatedAt: now,
      addresses: [...built.addresses],
    })
    .where(eq(services.id, service.id))
    .returning({ told: tellWatchers(ctx, service.accountId) })
  if (built.addresses.length > 0) {
    const rows = built.addresses.map((address) => ({ id: ctx.newId("adr"), serviceId: service.id, address }))
    await ctx.db.insert(serviceAddresses).values(rows).onConflictDoNothing()
  }
  const { id: serviceId, accountId, orderId } = service
  await announce(ctx, serviceActivated, { serviceId, accountId, orderId })
  await startWished(ctx, { ...service, state: "active", observed: "running" })
}
