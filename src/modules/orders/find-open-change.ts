import { and, eq, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { isChangeWithin, type PlanChange } from "./change-of-plan-rows.ts"
import { planChanges } from "./change-of-plan-tables.ts"

/** The wish that waits for its money, or for the next time. */
export async function findOpenChange(
  ctx: Context,
  reach: Reach,
  by: { readonly serviceId: string } | { readonly paymentRequestId: string },
  lock: "read" | "update" = "read",
): Promise<PlanChange | undefined> {
  const query = ctx.db
    .select()
    .from(planChanges)
    .where(
      and(
        "serviceId" in by
          ? eq(planChanges.serviceId, by.serviceId)
          : eq(planChanges.paymentRequestId, by.paymentRequestId),
        inArray(planChanges.state, ["awaiting_payment", "planned"]),
        isChangeWithin(reach),
      ),
    )
    .limit(1)
  const [row] = lock === "update" ? await query.for("update") : await query
  return row
}
