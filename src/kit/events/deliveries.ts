import { and, desc, eq, lt, sql } from "drizzle-orm"
import { readAcrossTenants } from "../across-tenants.ts"
import type { Context } from "../context.ts"
import type { Database } from "../db.ts"
import { cutPage, decodeKey, type Page } from "../paging.ts"
import { declareRefusals } from "../refusal.ts"
import { deliveries, events } from "./tables.ts"

export const eventRefusals = declareRefusals("events", {
  delivery_not_stuck: {
    status: 409,
    say: {
      en: "This delivery is not stuck (any more).",
      ko: "이 전달 건은 멈춘 상태가 아닙니다.",
    },
  },
})

export interface StuckDelivery {
  readonly id: string
  readonly eventId: string
  readonly event: string
  readonly reaction: string
  readonly attempts: number
  readonly error: string | null
  readonly at: Temporal.Instant
}

/** Reactions that gave up and need a person; newest first. */
export async function listStuckDeliveries(
  ctx: Context,
  page: { readonly limit: number; readonly after?: string },
): Promise<Page<StuckDelivery>> {
  const key = decodeKey(page.after, 1)
  const rows = await ctx.db
    .select({
      id: deliveries.id,
      eventId: deliveries.eventId,
      event: events.name,
      reaction: deliveries.reaction,
      attempts: deliveries.attempts,
      error: deliveries.error,
      at: events.at,
    })
    .from(deliveries)
    .innerJoin(events, and(eq(events.tenantId, deliveries.tenantId), eq(events.id, deliveries.eventId)))
    .where(and(eq(deliveries.state, "stuck"), key?.[0] ? lt(deliveries.id, key[0]) : undefined))
    .orderBy(desc(deliveries.id))
    .limit(page.limit + 1)
  return cutPage(rows, page.limit, (row) => [row.id])
}

/** "Try it again": eight fresh tries, the first at once. */
export async function retryDelivery(ctx: Context, deliveryId: string): Promise<void> {
  const retried = await ctx.db
    .update(deliveries)
    .set({ state: "waiting", attempts: 0, nextAt: ctx.clock.now() })
    .where(and(eq(deliveries.id, deliveryId), eq(deliveries.state, "stuck")))
    .returning({ id: deliveries.id })
  if (retried.length === 0) eventRefusals.refuse("events.delivery_not_stuck", { deliveryId })
}

/** For metrics, over all tenants: events nobody has looked at, deliveries to be tried again, deliveries stuck. */
export async function countEvents(
  database: Database,
): Promise<{ undispatched: number; waiting: number; stuck: number }> {
  const [row] = await readAcrossTenants<{ undispatched: string; waiting: string; stuck: string }>(
    database,
    sql`select * from events.counts()`,
  )
  return {
    undispatched: Number(row?.undispatched ?? 0),
    waiting: Number(row?.waiting ?? 0),
    stuck: Number(row?.stuck ?? 0),
  }
}
