import type { Context } from "#kit/context.ts"
import { paperworkRefusals } from "./errors.ts"
import { readDueDay } from "./read-due-day.ts"

/** Until when a quote holds. */
export async function readLastDay(ctx: Context, text: string): Promise<Temporal.PlainDate> {
  const day = await readDueDay(ctx, text, "validUntil")
  return day ?? paperworkRefusals.refuse("paperwork.day_past", {}, { field: "validUntil" })
}
