import { boolean, jsonb, text } from "drizzle-orm/pg-core"
import { instant } from "#kit/columns.ts"
import { tenantTable } from "#kit/tenant-table.ts"
import { identity } from "./tables.ts"

/** How staff come in. One row a tenant: id is always "policy"; none is the strictest rule that locks nobody out. */
export const staffPolicies = tenantTable(identity, "staff_policies", {
  needsSecondFactor: boolean("needs_second_factor").notNull(),
  /** Until then staff without one are only reminded. */
  secondFactorFrom: instant("second_factor_from"),
  /** Addresses and ranges; empty: from everywhere. */
  networks: jsonb("networks").$type<readonly string[]>().notNull(),
  /** Cloudflare Access in front of the staff's areas: a team and an application of it, or neither. */
  accessTeam: text("access_team"),
  accessAudience: text("access_audience"),
  changedBy: text("changed_by").notNull(),
  changedAt: instant("changed_at").notNull(),
})
