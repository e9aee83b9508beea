import { inArray } from "drizzle-orm"
import type { Reach } from "#kit/context.ts"
import { planChanges } from "./change-of-plan-tables.ts"

export type PlanChange = Omit<typeof planChanges.$inferSelect, "tenantId">

export function isChangeWithin(reach: Reach) {
  return reach.kind === "accounts" ? inArray(planChanges.accountId, [...reach.accountIds]) : undefined
}
