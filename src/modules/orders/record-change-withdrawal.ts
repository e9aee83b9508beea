import { eq } from "drizzle-orm"
import { releaseStock } from "#catalog"
import type { Context } from "#kit/context.ts"
import { canMove } from "./change-of-plan.ts"
import { planChanges } from "./change-of-plan-tables.ts"
import { findOpenChange } from "./find-open-change.ts"

/** Nobody paid for a change of plan: it is not waited for any more. */
export async function recordChangeWithdrawal(
  ctx: Context,
  fact: { readonly paymentRequestId: string },
): Promise<void> {
  const open = await findOpenChange(ctx, { kind: "all" }, fact, "update")
  if (!open || !canMove(open.state, "withdrawn")) return
  await ctx.db.update(planChanges).set({ state: "withdrawn" }).where(eq(planChanges.id, open.id))
  await releaseStock(ctx, { reference: open.id })
}
