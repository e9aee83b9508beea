import { and, asc, eq, gt, isNotNull, isNull, lte, or } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { wordsOf } from "#kit/work/failure.ts"
import { inSavepoint } from "#kit/work/in-savepoint.ts"
import { getSettings } from "#tenancy"
import { carryOutPlanned } from "./carry-out-planned.ts"
import { planChanges } from "./change-of-plan-tables.ts"
import { prepareChange } from "./prepare-change.ts"

/** Requests are made sixty days ahead at most. */
const LOOKED_AT_BEFORE = { days: 62 }
const AT_ONCE = 200
/** More on one day nobody has; what is above comes with the next day's. */
const MOST_CHUNKS = 50

/** Planned changes whose renewal is near, and those that are paid and begin. One that does not work holds up nobody. */
export async function sweepPlannedChanges(ctx: Context): Promise<void> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  let after = ""
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const rows = await ctx.db
      .select({ id: planChanges.id, paidOn: planChanges.paidOn })
      .from(planChanges)
      .where(
        and(
          eq(planChanges.state, "planned"),
          gt(planChanges.id, after),
          or(
            and(isNull(planChanges.paidOn), lte(planChanges.changeOn, today.add(LOOKED_AT_BEFORE))),
            and(isNotNull(planChanges.paidOn), lte(planChanges.changeOn, today)),
          ),
        ),
      )
      .orderBy(asc(planChanges.id))
      .limit(AT_ONCE)
    for (const { id, paidOn } of rows) {
      const error = await inSavepoint(ctx, () =>
        paidOn ? carryOutPlanned(ctx, id, today) : prepareChange(ctx, id, today),
      )
      if (error)
        ctx.log.warn({ changeId: id, error: wordsOf(error) }, "a planned change of plan could not go on")
    }
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)?.id ?? ""
  }
}
