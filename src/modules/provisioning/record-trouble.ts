import { and, eq, ne } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { serviceBuildUndone, serviceNeedsAttention } from "./events.ts"
import { lockService, type ServiceRow } from "./queries.ts"
import { type AttentionKind, canMove } from "./service.ts"
import { builds, panelOwners, services } from "./tables.ts"

/** Building has given up: the customer reads honest words, staff are told, the owner's other orders go on. */
export async function recordBuildStuck(
  ctx: Context,
  input: { readonly serviceId: string },
  why: string,
): Promise<void> {
  await leaveTurn(ctx, input.serviceId)
  await callForAttention(ctx, await lockService(ctx, input.serviceId), "build", why)
}

/** A change (suspend, lift, delete) has given up: the service stays what it was, and says so. */
export async function recordChangeStuck(
  ctx: Context,
  input: { readonly serviceId: string },
  why: string,
): Promise<void> {
  await callForAttention(ctx, await lockService(ctx, input.serviceId), "change", why)
}

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
  await announce(ctx, serviceNeedsAttention, {
    serviceId: service.id,
    accountId: service.accountId,
    orderId: service.orderId,
    operationId: service.operationId,
    why,
  })
}

/** Everything that was made has been taken back. */
export async function recordBuildUndone(
  ctx: Context,
  input: { readonly serviceId: string; readonly buildId: string },
): Promise<void> {
  const service = await lockService(ctx, input.serviceId)
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
  const { id: serviceId, accountId, orderId } = service
  await announce(ctx, serviceBuildUndone, { serviceId, accountId, orderId })
}

export async function leaveTurn(ctx: Context, serviceId: string): Promise<void> {
  await ctx.db.update(panelOwners).set({ turnOf: null }).where(eq(panelOwners.turnOf, serviceId))
}
