import { sql } from "drizzle-orm"
import { boolean, check, index, integer, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant, oneOf, plainDate } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { lostDisputes } from "./collecting-contract.ts"
import type { LostDispute, ProductDays } from "./collecting-policy.ts"
import type { LatePolicy } from "./late-payment.ts"
import { type NoteKind, noteKinds } from "./plan-digest.ts"
import type { RunStop } from "./plan-run-stop.ts"
import { latePolicies } from "./subscription-contract.ts"
import { subscriptions } from "./subscription-tables.ts"
import { billing, foreign } from "./tables.ts"

const heldStates = ["held", "confirmed", "over"] as const

/** When this shop asks, reminds, suspends and ends. One row; without it the house's own days hold. */
export const collectingPolicies = tenantTable(
  billing,
  "collecting_policies",
  {
    requestDays: integer("request_days").notNull(),
    reminderDays: jsonb("reminder_days").$type<number[]>().notNull(),
    chargeDays: jsonb("charge_days").$type<number[]>().notNull(),
    suspendDays: integer("suspend_days").notNull(),
    terminateDays: integer("terminate_days").notNull(),
    businessDaysOnly: boolean("business_days_only").notNull(),
    holidays: jsonb("holidays").$type<string[]>().notNull(),
    backupFirst: boolean("backup_first").notNull().default(true),
    moneyOnItsWayDays: integer("money_on_its_way_days").notNull(),
    fromHour: integer("from_hour").notNull(),
    toHour: integer("to_hour").notNull(),
    stopTotalPercent: integer("stop_total_percent").notNull().default(50),
    stopLinePercent: integer("stop_line_percent").notNull().default(100),
    pauseDays: integer("pause_days").notNull().default(90),
    trialEndDays: integer("trial_end_days").notNull().default(7),
    latePolicy: text("late_policy").$type<LatePolicy>().notNull().default("from_the_old_end"),
    lostDispute: text("lost_dispute").$type<LostDispute>().notNull().default("suspend"),
    promiseDays: integer("promise_days").notNull().default(7),
    longPromiseDays: integer("long_promise_days").notNull().default(30),
    products: jsonb("products").$type<ProductDays[]>().notNull().default([]),
  },
  (table) => [
    oneOf("collecting_policies_late", table.latePolicy, latePolicies),
    oneOf("collecting_policies_lost", table.lostDispute, lostDisputes),
    check("collecting_policies_one", sql`${table.id} = 'policy'`),
    check(
      "collecting_policies_order",
      sql`${table.requestDays} >= 0 and ${table.suspendDays} > 0 and ${table.terminateDays} > ${table.suspendDays}
        and ${table.fromHour} between 0 and 23 and ${table.toHour} > ${table.fromHour} and ${table.toHour} <= 24`,
    ),
  ],
)

/** What a run asks for in one currency, as text. */
export interface HeldSum {
  readonly currency: string
  readonly minor: string
}

/** A day's run that asks for more than it should, until a person has looked at it. */
export const heldRuns = tenantTable(
  billing,
  "held_runs",
  {
    day: plainDate("day").notNull(),
    /** Over: what was wrong was put right, or a later day's run took it along. */
    state: text("state").$type<(typeof heldStates)[number]>().notNull(),
    because: jsonb("because").$type<RunStop[]>().notNull(),
    sums: jsonb("sums").$type<HeldSum[]>().notNull(),
    heldAt: instant("held_at").notNull(),
    confirmedAt: instant("confirmed_at"),
    confirmedBy: text("confirmed_by"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.day),
    oneOf("held_runs_state", table.state, heldStates),
    check("held_runs_confirmed", sql`(${table.state} = 'confirmed') = (${table.confirmedAt} is not null)`),
  ],
)

/** What a customer is to be told about money. All of an account's of a day leave in one mail. */
export const collectingNotes = tenantTable(
  billing,
  "collecting_notes",
  {
    accountId: text("account_id").notNull(),
    subscriptionId: text("subscription_id").notNull(),
    kind: text("kind").$type<NoteKind>().notNull(),
    /** The last usable day it speaks of: paid since, it needn't be said any more. */
    lastDay: plainDate("last_day").notNull(),
    /** Of a reminder, how many days before; else 0. */
    daysBefore: integer("days_before").notNull(),
    createdAt: instant("created_at").notNull(),
    /** The day on which it was told, or turned out to be settled; null while it waits. */
    closedOn: plainDate("closed_on"),
    messageId: text("message_id"),
  },
  (table) => [
    // Said once, however often the day is played.
    uniqueIndex("collecting_notes_once").on(
      table.tenantId,
      table.subscriptionId,
      table.lastDay,
      table.kind,
      table.daysBefore,
    ),
    index("collecting_notes_waiting").on(table.tenantId, table.accountId).where(sql`closed_on is null`),
    index().on(table.tenantId, table.accountId, table.closedOn),
    references(table, table.accountId, foreign.accounts),
    references(table, table.subscriptionId, () => subscriptions),
    oneOf("collecting_notes_kind", table.kind, noteKinds),
  ],
)
