import { sql } from "drizzle-orm"
import { rowReader } from "#kit/read-rows.ts"
import type { Subscription } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** A row as it stood when it was read: whoever changes it makes another version of it. */
export interface SeenVersion {
  readonly id: string
  readonly version: string
}

export type SeenRow = SeenVersion & Readonly<Record<string, unknown>>

export function readSeen(row: SeenRow): Subscription {
  return readSubscription(readSubscriptionRow(row))
}

const readSubscriptionRow = rowReader(subscriptions)

/** Which transaction wrote it. */
export const version = sql<string>`${subscriptions}.xmin::text`
