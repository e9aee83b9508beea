import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context, Reach } from "#kit/context.ts"
import { taxRefusals } from "./errors.ts"
import { taxRegistrations } from "./tables.ts"

/** Its last day. What was charged on it stays as it is. */
export async function endRegistration(
  ctx: Context,
  _reach: Reach,
  wish: { readonly id: string; readonly until: string },
): Promise<void> {
  const [row] = await ctx.db
    .select()
    .from(taxRegistrations)
    .where(eq(taxRegistrations.id, wish.id))
    .limit(1)
    .for("update")
  if (!row) return taxRefusals.refuse("tax.registration_missing", { id: wish.id })
  const untilOn = Temporal.PlainDate.from(wish.until)
  if (Temporal.PlainDate.compare(untilOn, row.fromOn) < 0) {
    taxRefusals.refuse("tax.days_wrong", {}, { field: "until" })
  }
  await ctx.db.update(taxRegistrations).set({ untilOn }).where(eq(taxRegistrations.id, row.id))
  await recordAudit(ctx, {
    act: "tax.registration-ended",
    subjectId: row.id,
    before: { until: row.untilOn?.toString() ?? null },
    after: { until: wish.until },
  })
}
