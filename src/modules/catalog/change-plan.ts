import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { catalogRefusals } from "./errors.ts"
import { lockPlan } from "./lock-plan.ts"
import { plans, type Visibility } from "./tables.ts"

export interface PlanPlace {
  readonly id: string
  readonly state: Visibility
  readonly position: number
  /** Null: as many as are wanted. Below what runs already it takes nothing away; it only sells no more. */
  readonly stockLimit: number | null
}

/** Who sees a plan, where it stands and how many there are. What it is and costs is a matter of versions. */
export async function changePlan(ctx: Context, { id, ...after }: PlanPlace): Promise<void> {
  const { currentVersionId, state, position, stockLimit } = await lockPlan(ctx, id)
  if (after.state === "active" && currentVersionId === null) {
    catalogRefusals.refuse("catalog.not_yet_published", { id }, { field: "state" })
  }
  await ctx.db.update(plans).set(after).where(eq(plans.id, id))
  const before = { state, position, stockLimit }
  await recordAudit(ctx, { act: "catalog.plan-changed", subjectId: id, before, after })
}
