import { sql } from "drizzle-orm"
import type { Transaction } from "#kit/db.ts"
import { guards } from "./sign-in-tables.ts"

export interface ForgivenTries {
  readonly door: string
  readonly address: string
}

/**
 * As parts of a longer statement, for the ids of two guards: the own door forgets every try, the network address this
 * one alone.
 */
export function forgivenTries(db: Transaction) {
  const forgotten = db
    .$with("forgotten", {})
    .as(sql`delete from ${guards} where id = ${sql.placeholder("doorId")}`)
  const forgiven = db
    .$with("forgiven", {})
    .as(sql`update ${guards} set tries = greatest(tries - 1, 0) where id = ${sql.placeholder("addressId")}`)
  return [forgotten, forgiven]
}
