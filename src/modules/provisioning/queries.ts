import { and, eq, inArray, or, sql } from "drizzle-orm"
import type { z } from "zod"
import { fitsBeginning } from "#kit/begins-with.ts"
import type { Context, Reach } from "#kit/context.ts"
import { fitting } from "#kit/few-or-many.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { plannedAnew } from "#kit/planned-anew.ts"
import type { panelServerShape, serviceShape } from "./contract.ts"
import { provisioningRefusals } from "./errors.ts"
import { serviceHolds } from "./hold-tables.ts"
import { type ServiceState, sayService } from "./service.ts"
import { builds, panelOwners, panels, serviceAddresses, services } from "./tables.ts"

export type ServiceView = z.infer<typeof serviceShape>
export type PanelView = z.infer<typeof panelServerShape>
/** For this module acting for the house, not for a caller. */
export const everything: Reach = { kind: "all" }

export type ServiceRow = typeof services.$inferSelect
export type BuildRow = typeof builds.$inferSelect
export type OwnerRow = typeof panelOwners.$inferSelect
export type PanelRow = typeof panels.$inferSelect

export interface ServiceFilter extends TimedFilter {
  readonly limit: number
  readonly accountId?: string | undefined
  readonly state?: ServiceState | undefined
  readonly search?: string | undefined
}

export async function listServices(
  ctx: Context,
  reach: Reach,
  filter: ServiceFilter,
): Promise<Page<ServiceView>> {
  const { after, orderBy } = keysetOf(filter, services.createdAt, services.id)
  const rows = await selectServices(ctx)
    .where(
      and(
        within(reach),
        filter.accountId ? eq(services.accountId, filter.accountId) : undefined,
        filter.state ? eq(services.state, filter.state) : undefined,
        filter.search ? await matches(ctx, filter.search) : undefined,
        plannedAnew(filter.accountId, filter.state, filter.search),
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.service.createdAt.toString(), row.service.id])
  return { items: page.items.map((row) => describe(ctx, row)), next: page.next }
}

export async function getService(ctx: Context, reach: Reach, id: string): Promise<ServiceView> {
  const [row] = await selectServices(ctx)
    .where(and(eq(services.id, id), within(reach)))
    .limit(1)
  return row ? describe(ctx, row) : provisioningRefusals.refuse("provisioning.service_missing", { id })
}

export type ServicePlan = Pick<
  ServiceRow,
  "id" | "accountId" | "planId" | "planName" | "hostname" | "state" | "plan"
>

/** What a service was sold as, for whoever wants another size of it. */
export async function getServicePlan(ctx: Context, reach: Reach, id: string): Promise<ServicePlan> {
  const [row] = await ctx.db
    .select()
    .from(services)
    .where(and(eq(services.id, id), within(reach)))
    .limit(1)
  return row ?? provisioningRefusals.refuse("provisioning.service_missing", { id })
}

/** The row itself, locked, for operations of this module that already know they may. */
export async function lockService(ctx: Context, reach: Reach, id: string): Promise<ServiceRow> {
  const [row] = await ctx.db
    .select()
    .from(services)
    .where(and(eq(services.id, id), within(reach)))
    .limit(1)
    .for("update")
  return row ?? provisioningRefusals.refuse("provisioning.service_missing", { id })
}

/** Tens of panels a tenant at most: 200 is a bound, not a page. */
export async function listPanels(ctx: Context, _reach: Reach): Promise<PanelView[]> {
  const rows = await ctx.db
    .select({
      id: panels.id,
      name: panels.name,
      driver: panels.driver,
      baseUrl: panels.baseUrl,
      state: panels.state,
      // Columns written by hand: of a select from one table drizzle prints them bare, and here two tables have them.
      services: sql<number>`(select count(*)::int from ${services} as one where one.tenant_id = ${panels}.tenant_id
        and one.panel_id = ${panels}.id and one.state <> 'ended')`,
    })
    .from(panels)
    .orderBy(panels.name)
    .limit(200)
  return rows
}

export async function getBuild(
  ctx: Context,
  _reach: Reach,
  buildId: string,
): Promise<{ build: BuildRow; owner: OwnerRow; service: ServiceRow; panel: PanelRow }> {
  const [row] = await ctx.db
    .select({ build: builds, owner: panelOwners, service: services, panel: panels })
    .from(builds)
    .innerJoin(services, and(eq(services.tenantId, builds.tenantId), eq(services.id, builds.serviceId)))
    .innerJoin(
      panelOwners,
      and(eq(panelOwners.tenantId, builds.tenantId), eq(panelOwners.id, builds.ownerId)),
    )
    .innerJoin(panels, and(eq(panels.tenantId, builds.tenantId), eq(panels.id, builds.panelId)))
    .where(eq(builds.id, buildId))
    .limit(1)
  if (!row) throw new Error(`Build ${buildId} is missing.`)
  return row
}

interface ServiceWithNames {
  readonly service: ServiceRow
  readonly panelName: string | null
  readonly hold: typeof serviceHolds.$inferSelect | null
}

function selectServices(ctx: Context) {
  return ctx.db
    .select({ service: services, panelName: panels.name, hold: serviceHolds })
    .from(services)
    .leftJoin(panels, and(eq(panels.tenantId, services.tenantId), eq(panels.id, services.panelId)))
    .leftJoin(
      serviceHolds,
      and(eq(serviceHolds.tenantId, services.tenantId), eq(serviceHolds.id, services.id)),
    )
    .$dynamic()
}

function within(reach: Reach) {
  if (reach.kind === "all") return undefined
  const ofAccounts = inArray(services.accountId, [...reach.accountIds])
  return reach.serviceIds ? or(ofAccounts, inArray(services.id, [...reach.serviceIds])) : ofAccounts
}

/** An id, a machine's number, the start of a host name, or an address: each an index look-up (no LIKE: RLS). */
function matches(ctx: Context, search: string) {
  const text = search.trim().toLowerCase()
  const { id, remoteId, hostname } = services
  const { address, serviceId } = serviceAddresses
  const hasAddress = ctx.db.select({ id: serviceId }).from(serviceAddresses).where(eq(address, text))
  return fitting(ctx, id, [
    { id, by: id, found: eq(id, text), row: eq(id, text) },
    { id, by: remoteId, found: eq(remoteId, text), row: eq(remoteId, text) },
    { id: serviceId, by: address, found: eq(address, text), row: inArray(id, hasAddress) },
    fitsBeginning(id, hostname, text),
  ])
}

function describe(ctx: Context, { service, panelName, hold }: ServiceWithNames): ServiceView {
  return {
    id: service.id,
    accountId: service.accountId,
    accountName: service.accountName,
    orderId: service.orderId,
    hostname: service.hostname,
    planName: service.planName,
    productType: service.productType,
    state: service.state,
    words: sayService(service, ctx.language),
    addresses: service.addresses,
    serverName: panelName,
    remoteId: service.remoteId,
    operationId: service.operationId,
    backupSince: service.backupSince?.toString() ?? null,
    hold: hold && { releaseOn: hold.releaseOn?.toString() ?? null },
    createdAt: service.createdAt.toString(),
    activatedAt: service.activatedAt?.toString() ?? null,
  }
}
