import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { catalogRefusals } from "./errors.ts"
import { plans } from "./tables.ts"

/** Locked: two who edit or publish one plan meet here. */
export async function lockPlan(ctx: Context, planId: string): Promise<typeof plans.$inferSelect> {
  const found = ctx.db.select().from(plans).where(eq(plans.id, planId)).limit(1)
  const [plan] = await found.for("update")
  return plan ?? catalogRefusals.refuse("catalog.plan_missing", { planId })
}
