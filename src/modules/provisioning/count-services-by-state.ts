import { inArray, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { serviceStates } from "./contract.ts"
import { services } from "./tables.ts"

export interface StateCount {
  readonly state: (typeof serviceStates)[number]
  readonly count: number
}

/** One statement over the index by state. */
export async function countServicesByState(ctx: Context, reach: Reach): Promise<StateCount[]> {
  return ctx.db
    .select({ state: services.state, count: sql<number>`count(*)::int` })
    .from(services)
    .where(reach.kind === "accounts" ? inArray(services.accountId, [...reach.accountIds]) : undefined)
    .groupBy(services.state)
    .orderBy(services.state)
    .limit(MOST_STATES)
}

const MOST_STATES = 50
