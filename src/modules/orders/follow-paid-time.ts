import { and, eq } from "drizzle-orm"
import { comingStart, listAgreements } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { carryOutPlanned } from "./carry-out-planned.ts"
import { planChanges } from "./change-of-plan-tables.ts"
import { prepareChange } from "./prepare-change.ts"

const wholeHouse: Reach = { kind: "all" }

/** Further time was paid: by the other plan's price, or at the old one by who extended before; then it begins later. */
export async function followPaidTime(ctx: Context, subscriptionId: string): Promise<void> {
  const [change] = await ctx.db
    .select()
    .from(planChanges)
    .where(and(eq(planChanges.subscriptionId, subscriptionId), eq(planChanges.state, "planned")))
    .limit(1)
    .for("update")
  if (!change || change.paidOn !== null) return
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  if (change.before) {
    await ctx.db.update(planChanges).set({ paidOn: today }).where(eq(planChanges.id, change.id))
    return carryOutPlanned(ctx, change.id, today)
  }
  const agreement = (await listAgreements(ctx, wholeHouse, [subscriptionId])).get(subscriptionId)
  if (!agreement) return
  await ctx.db
    .update(planChanges)
    .set({ changeOn: comingStart(agreement.one, 0) })
    .where(eq(planChanges.id, change.id))
  await prepareChange(ctx, change.id, today)
}
