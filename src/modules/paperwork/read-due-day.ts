import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { paperworkRefusals } from "./errors.ts"

/** A day that is still to come, or none. */
export async function readDueDay(
  ctx: Context,
  text: string | undefined,
  field: string,
): Promise<Temporal.PlainDate | null> {
  if (!text) return null
  const day = Temporal.PlainDate.from(text)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  if (Temporal.PlainDate.compare(day, today) < 0)
    paperworkRefusals.refuse("paperwork.day_past", {}, { field })
  return day
}
