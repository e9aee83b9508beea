import { sql } from "drizzle-orm"
import { bigint, boolean, check, index, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant, plainDate } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"

export const usage = pgSchema("usage")

/**
 * What was used. A record never changes (migrations/repeatable/usage-records.sql): a correction is a further one that
 * names it.
 */
export const useRecords = tenantTable(
  usage,
  "records",
  {
    subscriptionId: text("subscription_id").notNull(),
    meter: text("meter").notNull(),
    /** How much, exactly: a minute is a 60th of an hour, which no decimal can say. */
    numerator: bigint("numerator", { mode: "bigint" }).notNull(),
    denominator: bigint("denominator", { mode: "bigint" }).notNull(),
    usedAt: instant("used_at").notNull(),
    /** The day of use, or the first that was not counted yet when it came: decided once, so no issued paper changes. */
    countsOn: plainDate("counts_on").notNull(),
    key: text("key").notNull(),
    corrects: text("corrects"),
    /** Whose time it is. */
    sessionId: text("session_id"),
    reason: text("reason"),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (table) => [
    uniqueIndex("records_key").on(table.tenantId, table.subscriptionId, table.key),
    index("records_counted").on(table.tenantId, table.subscriptionId, table.meter, table.countsOn),
    index().on(table.tenantId, table.subscriptionId, table.recordedAt, table.id),
    index("records_corrects").on(table.tenantId, table.corrects).where(sql`corrects is not null`),
    index("records_session").on(table.tenantId, table.sessionId).where(sql`session_id is not null`),
    references(table, table.corrects, () => table),
    references(table, table.sessionId, () => sessions),
    check("records_quantity", sql`${table.numerator} <> 0 and ${table.denominator} > 0`),
  ],
)

/** When something ran, as it was told: raw. Its time stands in records, rounded when it is over. */
export const sessions = tenantTable(
  usage,
  "sessions",
  {
    subscriptionId: text("subscription_id").notNull(),
    meter: text("meter").notNull(),
    key: text("key").notNull(),
    startedAt: instant("started_at").notNull(),
    /** Null while it runs. */
    stoppedAt: instant("stopped_at"),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (table) => [
    uniqueIndex("sessions_key").on(table.tenantId, table.subscriptionId, table.key),
    index().on(table.tenantId, table.subscriptionId, table.startedAt, table.id),
    index("sessions_running").on(table.tenantId, table.subscriptionId).where(sql`stopped_at is null`),
    check("sessions_stopped", sql`${table.stoppedAt} is null or ${table.startedAt} < ${table.stoppedAt}`),
  ],
)

/**
 * Up to which day an agreement's use is counted; its id is the agreement's. Who counts holds the row, who records shares
 * it: nothing slips in behind a sum.
 */
export const countings = tenantTable(usage, "countings", {
  countedUntil: plainDate("counted_until"),
  /** The agreement has ended and its last use is counted. */
  isOver: boolean("is_over").notNull().default(false),
})
