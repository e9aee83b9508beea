import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { findStaffPolicy } from "./find-staff-policy.ts"
import { listSecondFactors } from "./list-second-factors.ts"
import { staffRefusals } from "./staff-errors.ts"
import { staff } from "./tables.ts"

/** After one was taken away: staff keep at least one, also while the duty is postponed. */
export async function refuseLastFactor(ctx: Context, personId: string): Promise<void> {
  const worksHere = and(eq(staff.personId, personId), isNull(staff.suspendedAt))
  if ((await ctx.db.$count(staff, worksHere)) === 0) return
  const { needsSecondFactor } = await findStaffPolicy(ctx)
  if (!needsSecondFactor || (await listSecondFactors(ctx, [personId])).has(personId)) return
  staffRefusals.refuse("identity.last_second_factor")
}
