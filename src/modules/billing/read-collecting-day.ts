import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import type { CollectingPolicy } from "./collecting-policy.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"

export interface CollectingDay {
  readonly today: Temporal.PlainDate
  /** Of the shop's own zone, as the day. */
  readonly hour: number
  readonly timeZone: string
  readonly policy: CollectingPolicy
}

/** The day that it is, and by which rules money is collected on it. */
export async function readCollectingDay(ctx: Context): Promise<CollectingDay> {
  const policy = await getCollectingPolicy(ctx)
  const { timeZone } = await getSettings(ctx)
  const { hour } = ctx.clock.now().toZonedDateTimeISO(timeZone)
  return { today: ctx.clock.today(timeZone), hour, timeZone, policy }
}
