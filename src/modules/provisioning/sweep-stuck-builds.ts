import { and, asc, eq, gt, inArray, isNull, lt, notExists, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { operations } from "#kit/work/tables.ts"
import { beginBuilding } from "./begin-building.ts"
import { callForAttention } from "./call-for-attention.ts"
import { everything, lockService } from "./queries.ts"
import { builds, services } from "./tables.ts"
import { createServiceHead, startable } from "./work-heads.ts"

/** A build waits 20 minutes at most for its panel, so at 30 nobody is on it any more. */
const STUCK_AFTER = { minutes: 30 }
/** Older ones have been in front of a person for a week: starting again would surprise them. */
const FORGET_AFTER = { hours: 24 * 7 }
const MOST_AT_ONCE = 200

/**
 * What is owed and nobody works on: paid services without a panel get one when there is one; builds whose work
 * has vanished start again. A build a person has closed is theirs, so it only asks for attention.
 */
export async function sweepStuckBuilds(ctx: Context): Promise<void> {
  for (const { id } of await listWithoutPanel(ctx)) await beginBuilding(ctx, id)
  for (const { id } of await listForsaken(ctx)) await startAgain(ctx, id)
}

function listWithoutPanel(ctx: Context) {
  return ctx.db
    .select({ id: services.id })
    .from(services)
    .where(
      and(eq(services.state, "needs_attention"), eq(services.desired, "active"), isNull(services.panelId)),
    )
    .orderBy(asc(services.createdAt), asc(services.id))
    .limit(MOST_AT_ONCE)
}

function listForsaken(ctx: Context) {
  const now = ctx.clock.now()
  const alive = ctx.db
    .select({ one: sql`1` })
    .from(operations)
    .where(
      and(
        eq(operations.tenantId, services.tenantId),
        eq(operations.id, services.operationId),
        inArray(operations.state, ["queued", "running", "waiting", "stuck", "undoing"]),
      ),
    )
  return ctx.db
    .select({ id: services.id })
    .from(services)
    .where(
      and(
        eq(services.state, "building"),
        lt(services.buildingSince, now.subtract(STUCK_AFTER)),
        gt(services.buildingSince, now.subtract(FORGET_AFTER)),
        notExists(alive),
      ),
    )
    .orderBy(asc(services.createdAt), asc(services.id))
    .limit(MOST_AT_ONCE)
}

async function startAgain(ctx: Context, serviceId: string): Promise<void> {
  const service = await lockService(ctx, everything, serviceId)
  if (service.state !== "building" || !service.panelId) return
  const [operation] = service.operationId
    ? await ctx.db
        .select({ state: operations.state })
        .from(operations)
        .where(eq(operations.id, service.operationId))
        .limit(1)
    : []
  if (operation?.state === "closed") {
    return callForAttention(ctx, service, "build", "Its work was closed by hand before the server was ready.")
  }
  const [build] = await ctx.db
    .select({ id: builds.id })
    .from(builds)
    .where(and(eq(builds.serviceId, serviceId), eq(builds.state, "open")))
    .limit(1)
  if (!build) return callForAttention(ctx, service, "build", "Its build is missing.")
  const input = { serviceId, panelId: service.panelId, buildId: build.id }
  const key = `${build.id}:${ctx.clock.now().toString()}`
  const operationId = await startWork(ctx, startable(createServiceHead), input, { key })
  await ctx.db
    .update(services)
    .set({ operationId, buildingSince: ctx.clock.now() })
    .where(eq(services.id, serviceId))
}
