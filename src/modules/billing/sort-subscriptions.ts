import { type SQL, sql } from "drizzle-orm"
import type { Sorting } from "#kit/sorted-keyset.ts"
import type { subscriptionSorts } from "./subscription-contract.ts"
import { subscriptions } from "./subscription-tables.ts"

export type SubscriptionSort = (typeof subscriptionSorts)[number]
type Row = typeof subscriptions.$inferSelect

/** What has no day comes last, whichever way the days go. */
const lastDays = { rising: "9999-12-31", falling: "0001-01-01" } as const

export function sortingOf(sort: SubscriptionSort): Sorting {
  const dated = (column: SQL): Sorting => [
    { by: sql`coalesce(${column}, ${noneOf(sort)}::date)`, read: (value) => sql`${value}::date` },
  ]
  switch (nameOf(sort)) {
    case "name":
      return [{ by: sql`${subscriptions.accountName}`, read: (value) => sql`${value}` }]
    case "lastDay":
      return dated(sql`${subscriptions.periodEnd}`)
    case "nextRequest":
      return dated(sql`${subscriptions.nextRequestOn}`)
    case "price":
      // Each currency by itself: nothing is converted.
      return [
        { by: sql`${subscriptions.currency}`, read: (value) => sql`${value}` },
        { by: sql`${subscriptions.turnMinor}`, read: (value) => sql`${value}::bigint` },
      ]
  }
}

/** Where the page after a row begins. */
export function keyOfSort(sort: SubscriptionSort, row: Row): string[] {
  const none = noneOf(sort)
  const values = {
    name: [row.accountName],
    lastDay: [row.periodEnd?.toString() ?? none],
    nextRequest: [row.nextRequestOn?.toString() ?? none],
    price: [row.currency, row.turnMinor.toString()],
  }[nameOf(sort)]
  return [sort, ...values, row.id]
}

function noneOf(sort: SubscriptionSort): string {
  return sort.startsWith("-") ? lastDays.falling : lastDays.rising
}

function nameOf(sort: SubscriptionSort) {
  return sort.replace("-", "") as "name" | "lastDay" | "nextRequest" | "price"
}
