import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context, Reach } from "#kit/context.ts"
import { taxRefusals } from "./errors.ts"
import { taxExemptions } from "./tables.ts"

/** Its last day, earlier than it says: it was withdrawn, or was none. Answers whose it is. */
export async function endExemption(
  ctx: Context,
  _reach: Reach,
  wish: { readonly id: string; readonly until: string },
): Promise<string> {
  const [row] = await ctx.db
    .select()
    .from(taxExemptions)
    .where(eq(taxExemptions.id, wish.id))
    .limit(1)
    .for("update")
  if (!row) return taxRefusals.refuse("tax.exemption_missing", { id: wish.id })
  const untilOn = Temporal.PlainDate.from(wish.until)
  const isWithin =
    Temporal.PlainDate.compare(untilOn, row.fromOn) >= 0 &&
    Temporal.PlainDate.compare(untilOn, row.untilOn) <= 0
  if (!isWithin) taxRefusals.refuse("tax.exemption_days", {}, { field: "until" })
  await ctx.db.update(taxExemptions).set({ untilOn }).where(eq(taxExemptions.id, row.id))
  await recordAudit(ctx, {
    act: "tax.exemption-ended",
    subjectId: row.id,
    accountId: row.accountId,
    before: { until: row.untilOn.toString() },
    after: { until: wish.until },
  })
  return row.accountId
}
