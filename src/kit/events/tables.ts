import { sql } from "drizzle-orm"
import { index, integer, jsonb, pgSchema, text, unique } from "drizzle-orm/pg-core"
import { instant, oneOf } from "../columns.ts"
import { references, tenantTable } from "../tenant-table.ts"

export const eventsSchema = pgSchema("events")

/** What happened, written in the transaction in which it happened. */
export const events = tenantTable(
  eventsSchema,
  "events",
  {
    name: text("name").notNull(),
    data: jsonb("data").notNull(),
    at: instant("at").notNull(),
    /** Every reaction has its delivery row; what failed is retried from there. */
    dispatchedAt: instant("dispatched_at"),
  },
  (table) => [
    index("events_undispatched").on(table.at, table.id).where(sql`${table.dispatchedAt} is null`),
    index("events_newest").on(table.tenantId, table.at, table.id),
  ],
)

export const deliveryStates = ["done", "waiting", "stuck"] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** One reaction's answer to one event. Its row is written with the reaction's own effects: exactly once. */
export const deliveries = tenantTable(
  eventsSchema,
  "deliveries",
  {
    eventId: text("event_id").notNull(),
    reaction: text("reaction").notNull(),
    state: text("state").$type<DeliveryState>().notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAt: instant("next_at"),
    error: text("error"),
    endedAt: instant("ended_at"),
  },
  (table) => [
    references(table, table.eventId, () => events),
    oneOf("deliveries_state", table.state, deliveryStates),
    unique("deliveries_once").on(table.tenantId, table.eventId, table.reaction),
    index("deliveries_due").on(table.nextAt).where(sql`${table.state} = 'waiting'`),
    index("deliveries_stuck").on(table.tenantId, table.id).where(sql`${table.state} = 'stuck'`),
  ],
)
