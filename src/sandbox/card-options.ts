import { writerAcrossTenants } from "#kit/across-tenants.ts"
import type { Clock } from "#kit/clock.ts"
import type { Database } from "#kit/db.ts"

export interface CardOptions {
  readonly database: Database
  readonly clock: Clock
  /** Where it is reached from outside: "http://localhost:3000/sandbox/card". Its pages and links begin with it. */
  readonly baseUrl: string
}

export interface CardBooks {
  readonly db: Parameters<Parameters<Database["transactAcrossTenants"]>[0]>[0]
  readonly now: Temporal.Instant
}

export function withBooks<Result>(
  { database, clock }: CardOptions,
  body: (books: CardBooks) => Promise<Result>,
): Promise<Result> {
  return database.transactAcrossTenants((db) => body({ db, now: clock.now() }))
}

/** The same for what needs but one: each statement by itself, as by the gateway's own clock. */
export function looseBooks({ database, clock }: CardOptions): CardBooks {
  return { db: writerAcrossTenants(database), now: clock.now() }
}

/** The path below which it is mounted, for links that needn't know the host. */
export function basePath(options: CardOptions): string {
  return new URL(options.baseUrl).pathname.replace(/\/+$/, "")
}
