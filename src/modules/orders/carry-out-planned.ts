import type { Context, Reach } from "#kit/context.ts"
import { completePlanChange } from "./complete-plan-change.ts"
import { getPlanChange } from "./get-plan-change.ts"

const wholeHouse: Reach = { kind: "all" }

/** Its next time is paid and has begun: the machine gets its new size. Told twice, it happens once. */
export async function carryOutPlanned(
  ctx: Context,
  changeId: string,
  today: Temporal.PlainDate,
): Promise<void> {
  const change = await getPlanChange(ctx, wholeHouse, changeId, "update")
  const hasBegun = Temporal.PlainDate.compare(change.changeOn, today) <= 0
  if (change.state !== "planned" || change.paidOn === null || !hasBegun) return
  await completePlanChange(ctx, change)
}
