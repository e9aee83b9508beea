import { and, eq, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { TryLater } from "#kit/work/define.ts"
import { operations } from "#kit/work/tables.ts"
import { panelOwners, services } from "./tables.ts"

const TURN_SECONDS = 3
/** In these states the holder's work will go on by itself; in any other it may never give the turn back. */
const goingOn = ["queued", "running", "waiting", "undoing"] as const

/**
 * One service of an owner is allocated at a time. After an unanswered request the new machine is known only by
 * being new, so two requests at once could each take the other's.
 */
export async function takeTurn(ctx: Context, ownerId: string, serviceId: string): Promise<void> {
  const [owner] = await ctx.db
    .select({ turnOf: panelOwners.turnOf })
    .from(panelOwners)
    .where(eq(panelOwners.id, ownerId))
    .limit(1)
    .for("update")
  if (!owner) throw new Error(`Owner ${ownerId} is missing.`)
  if (owner.turnOf === serviceId) return
  if (owner.turnOf && (await isGoingOn(ctx, owner.turnOf))) {
    throw new TryLater("Another order of the same customer is being placed on this panel.", TURN_SECONDS)
  }
  await ctx.db.update(panelOwners).set({ turnOf: serviceId }).where(eq(panelOwners.id, ownerId))
}

async function isGoingOn(ctx: Context, serviceId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: operations.id })
    .from(services)
    .innerJoin(
      operations,
      and(eq(operations.tenantId, services.tenantId), eq(operations.id, services.operationId)),
    )
    .where(and(eq(services.id, serviceId), inArray(operations.state, [...goingOn])))
    .limit(1)
  return rows.length > 0
}
