import { and, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { isChangeWithin, type PlanChange } from "./change-of-plan-rows.ts"
import { planChanges } from "./change-of-plan-tables.ts"
import { orderRefusals } from "./errors.ts"

export async function getPlanChange(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: "read" | "update" = "read",
): Promise<PlanChange> {
  const query = ctx.db
    .select()
    .from(planChanges)
    .where(and(eq(planChanges.id, id), isChangeWithin(reach)))
  const [row] = lock === "update" ? await query.for("update") : await query
  return row ?? orderRefusals.refuse("orders.change_missing", { changeId: id })
}
