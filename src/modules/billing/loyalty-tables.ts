import { jsonb } from "drizzle-orm/pg-core"
import { tenantTable } from "#kit/tenant-table.ts"
import type { LoyaltyStep } from "./loyalty.ts"
import { billing } from "./tables.ts"

/** One row a tenant: id is always "policy"; none: nothing is off for staying. */
export const loyaltyPolicies = tenantTable(billing, "loyalty_policies", {
  steps: jsonb("steps").$type<LoyaltyStep[]>().notNull(),
})
