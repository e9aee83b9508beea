import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { isBusinessDay } from "./collecting-policy.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { planOfficeHours } from "./office-hours.ts"

/** Whether somebody is there who could put right what is deleted by mistake: a working day, in office hours. */
export async function isWorkingTime(ctx: Context): Promise<boolean> {
  const { timeZone } = await getSettings(ctx)
  const policy = await getCollectingPolicy(ctx)
  const isOpen = planOfficeHours(ctx.clock.now(), { ...policy, timeZone }) === undefined
  return isOpen && isBusinessDay(ctx.clock.today(timeZone), policy)
}
