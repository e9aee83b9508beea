import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { getSettings } from "#tenancy"
import { carryOutWork } from "./carry-out.ts"
import { repricingRefusals } from "./errors.ts"
import { getChange } from "./get-change.ts"
import type { StopCause } from "./price-change.ts"
import { priceChanges } from "./tables.ts"

/** Nobody is moved any more. Whoever was told hears that it does not happen; what has begun stays as it is. */
export async function stopChange(
  ctx: Context,
  changeId: string,
  stoppedFor: StopCause = "wish",
): Promise<void> {
  const change = await getChange(ctx, within(ctx.actor), changeId, "update")
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const work = { changeId, day: today.toString() }
  // Once more: what could not be taken back is tried again.
  if (change.state === "stopped") {
    return void (await startWork(ctx, carryOutWork, work, { key: `${changeId} ${ctx.clock.now()}` }))
  }
  if (change.state === "over") {
    const isAhead = Temporal.PlainDate.compare(change.fromOn, today) > 0
    if (!isAhead) repricingRefusals.refuse("repricing.change_over", { changeId })
  }
  await ctx.db
    .update(priceChanges)
    .set({ state: "stopped", stoppedFor, stoppedAt: ctx.clock.now() })
    .where(eq(priceChanges.id, changeId))
  await startWork(ctx, carryOutWork, work, { key: `${changeId} stop` })
  await recordAudit(ctx, {
    act: "repricing.change-stopped",
    subjectId: changeId,
    before: { state: change.state },
    after: { state: "stopped", stoppedFor },
  })
}
