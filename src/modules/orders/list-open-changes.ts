import { and, desc, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { isChangeWithin, type PlanChange } from "./change-of-plan-rows.ts"
import { planChanges } from "./change-of-plan-tables.ts"

/** Those of an account that wait for money: one a service at most. */
export async function listOpenChanges(ctx: Context, reach: Reach, accountId: string): Promise<PlanChange[]> {
  return ctx.db
    .select()
    .from(planChanges)
    .where(
      and(
        eq(planChanges.accountId, accountId),
        eq(planChanges.state, "awaiting_payment"),
        isChangeWithin(reach),
      ),
    )
    .orderBy(desc(planChanges.createdAt))
    .limit(500)
}
