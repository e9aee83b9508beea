import { and, eq, inArray, ne } from "drizzle-orm"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import type { CallContext } from "#kit/work/define.ts"
import type { BuildCall, BuildNotes, ConnectedDriver } from "./drivers/driver.ts"
import { leaveTurn } from "./leave-turn.ts"
import { type ProvisioningDoors, sealPlace } from "./means.ts"
import { connectPanel, describeCall } from "./open-panel.ts"
import { describeOwner } from "./owner.ts"
import { type BuildRow, getBuild } from "./queries.ts"
import { builds, credentials, panelOwners, services } from "./tables.ts"
import type { BuildInput } from "./work-heads.ts"

export interface OpenBuild {
  readonly build: BuildCall
  /** The panel's driver, with its credentials opened for this step alone. */
  connect(): ConnectedDriver
}

/** What a create step works with: the order, our rows as its memory, and the panel. */
export async function openBuild(
  doors: ProvisioningDoors,
  call: CallContext,
  input: BuildInput,
): Promise<OpenBuild> {
  const found = await call.read((ctx) => getBuild(ctx, { kind: "all" }, input.buildId))
  return {
    build: describeBuild(doors, call, found),
    connect: () => connectPanel(doors, call, found.panel).connected,
  }
}

function describeBuild(
  doors: ProvisioningDoors,
  call: CallContext,
  { build, service, owner }: Awaited<ReturnType<typeof getBuild>>,
): BuildCall {
  let notes = knownNotes(build, owner.remoteUserId)
  return {
    ...describeCall(call),
    order: { serviceId: service.id, hostname: service.hostname, ...service.plan },
    owner: async () =>
      describeOwner(owner.relation, await call.read((ctx) => getAccount(ctx, service.accountId))),
    notes: () => notes,
    remember: async (change) => {
      notes = { ...notes, ...change }
      await call.transact((ctx) => remember(ctx, build, notes, change))
    },
    heldByOthers: (remoteIds) => call.read((ctx) => findHeldByOthers(ctx, build, remoteIds)),
    keepCredentials: ({ user, password }) =>
      call.transact((ctx) => keepCredentials(ctx, doors, service.id, user, password)),
    hasCredentials: () => call.read((ctx) => hasCredentials(ctx, service.id)),
  }
}

/** An owner who has a user there already needs no second look. */
function knownNotes(build: BuildRow, remoteUserId: string | null): BuildNotes {
  return remoteUserId && !build.notes.remoteUserId ? { ...build.notes, remoteUserId } : build.notes
}

async function remember(ctx: Context, build: BuildRow, notes: BuildNotes, change: BuildNotes): Promise<void> {
  await ctx.db
    .update(builds)
    .set({ notes, ...(change.remoteId ? { remoteId: change.remoteId } : {}) })
    .where(eq(builds.id, build.id))
  if (change.remoteUserId) {
    await ctx.db
      .update(panelOwners)
      .set({ remoteUserId: change.remoteUserId })
      .where(eq(panelOwners.id, build.ownerId))
  }
  if (change.remoteId) {
    await ctx.db
      .update(services)
      .set({ remoteId: change.remoteId, observed: "building", observedAt: ctx.clock.now() })
      .where(eq(services.id, build.serviceId))
    // The machine has a number: from here on nobody can mistake it, so the owner's next order may go.
    await leaveTurn(ctx, build.serviceId)
  }
}

async function findHeldByOthers(
  ctx: Context,
  build: BuildRow,
  remoteIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (remoteIds.length === 0) return new Set()
  const rows = await ctx.db
    .select({ remoteId: services.remoteId })
    .from(services)
    .where(
      and(
        eq(services.panelId, build.panelId),
        inArray(services.remoteId, [...remoteIds]),
        ne(services.id, build.serviceId),
      ),
    )
  return new Set(rows.flatMap((row) => (row.remoteId === null ? [] : [row.remoteId])))
}

async function keepCredentials(
  ctx: Context,
  doors: ProvisioningDoors,
  serviceId: string,
  userName: string,
  password: string,
): Promise<void> {
  const row = {
    userName,
    sealedPassword: doors.keyring.seal(sealPlace.password(ctx.tenant, serviceId), password),
    createdAt: ctx.clock.now(),
  }
  await ctx.db
    .insert(credentials)
    .values({ id: ctx.newId("crd"), serviceId, ...row })
    .onConflictDoUpdate({ target: [credentials.tenantId, credentials.serviceId], set: row })
}

async function hasCredentials(ctx: Context, serviceId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: credentials.id })
    .from(credentials)
    .where(eq(credentials.serviceId, serviceId))
    .limit(1)
  return rows.length > 0
}
