import { sql } from "drizzle-orm"
import { plans, stockHolds } from "./tables.ts"

/** How many of the plan in this row are ordered or run. By hand: of a select from one table drizzle prints columns bare. */
export const takenOfPlan = sql<number>`(select coalesce(sum(held.quantity), 0)::int from ${stockHolds} as held
  where held.tenant_id = ${plans}.tenant_id and held.plan_id = ${plans}.id)`

/** How many are left to sell; null: as many as are wanted. */
export const leftOfPlan = sql<number | null>`(case when ${plans}.stock_limit is not null
  then greatest(0, ${plans}.stock_limit - ${takenOfPlan}) end)`
