import type { Context } from "#kit/context.ts"
import type { TenantSettings } from "#tenancy"

/** Of the shop's own calendar: a version counts from the first minute of its day there. */
export function todayIn(ctx: Context, { timeZone }: Pick<TenantSettings, "timeZone">): Temporal.PlainDate {
  return ctx.clock.now().toZonedDateTimeISO(timeZone).toPlainDate()
}
