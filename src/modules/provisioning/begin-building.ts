import { and, asc, count, eq, inArray, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { tellWatchers } from "#kit/watch.ts"
import { startWork } from "#kit/work/start-work.ts"
import { callForAttention } from "./call-for-attention.ts"
import { driversOf } from "./means.ts"
import { everything, lockService, type ServiceRow } from "./queries.ts"
import { builds, panelOwners, panels, services } from "./tables.ts"
import { createServiceHead, startable } from "./work-heads.ts"

/** From "paid" on the service is owed: it is built, or a person is told. Twice does nothing more. */
export async function beginBuilding(ctx: Context, serviceId: string): Promise<void> {
  const service = await lockService(ctx, everything, serviceId)
  const isOwed = service.state === "waiting_for_payment"
  const isWaitingForPanel = service.state === "needs_attention" && service.panelId === null
  if (!isOwed && !isWaitingForPanel) return
  const panelId = await choosePanel(ctx, service)
  const buildingSince = ctx.clock.now()
  if (!panelId) {
    // Refusing here would roll the payment back. It is paid, so it waits for a panel and a person is told, once.
    if (isWaitingForPanel) return
    await ctx.db
      .update(services)
      .set({ state: "building", desired: "active", buildingSince })
      .where(eq(services.id, service.id))
    return callForAttention(ctx, { ...service, state: "building" }, "build", "No enabled panel can take it.")
  }
  const buildId = ctx.newId("bld")
  await ctx.db.insert(builds).values({
    id: buildId,
    serviceId,
    panelId,
    ownerId: await ensureOwner(ctx, panelId, service.accountId),
    state: "open",
    notes: {},
    createdAt: buildingSince,
  })
  const input = { serviceId, panelId, buildId }
  const operationId = await startWork(ctx, startable(createServiceHead), input, { key: buildId })
  await ctx.db
    .update(services)
    .set({ state: "building", desired: "active", attention: null, panelId, operationId, buildingSince })
    .where(eq(services.id, service.id))
    .returning({ told: tellWatchers(ctx, service.accountId) })
}

/** The least used of the enabled panels that build there. Whether it has room, the panel says itself. */
async function choosePanel(ctx: Context, service: ServiceRow): Promise<string | undefined> {
  const rows = await ctx.db
    .select({ id: panels.id, locationIds: panels.locationIds, held: count(services.id) })
    .from(panels)
    .leftJoin(
      services,
      and(
        eq(services.tenantId, panels.tenantId),
        eq(services.panelId, panels.id),
        inArray(services.state, ["building", "active", "suspended", "needs_attention"]),
      ),
    )
    .where(and(eq(panels.state, "enabled"), inArray(panels.driver, [...driversOf[service.productType]])))
    .groupBy(panels.tenantId, panels.id)
    .orderBy(asc(count(services.id)), asc(panels.id))
    .limit(200)
  const isThere = (row: { locationIds: string[] }) =>
    row.locationIds.length === 0 || row.locationIds.includes(service.locationId)
  return rows.find(isThere)?.id
}

async function ensureOwner(ctx: Context, panelId: string, accountId: string): Promise<string> {
  await ctx.db
    .insert(panelOwners)
    .values({
      id: ctx.newId("pow"),
      panelId,
      accountId,
      relation: sql`nextval('provisioning.panel_relations')`,
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing()
  const [owner] = await ctx.db
    .select({ id: panelOwners.id })
    .from(panelOwners)
    .where(and(eq(panelOwners.panelId, panelId), eq(panelOwners.accountId, accountId)))
    .limit(1)
  if (!owner) throw new Error(`The owner row of ${accountId} at ${panelId} is missing.`)
  return owner.id
}
