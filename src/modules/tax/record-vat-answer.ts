import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { vatChecks } from "./tables.ts"
import type { ViesAnswer } from "./vat-check.ts"

/** Keeps what was said as proof. Who couldn't say changes nothing but why: it is asked again later. */
export async function recordVatAnswer(ctx: Context, checkId: string, answer: ViesAnswer): Promise<void> {
  const { verdict, trouble, ...told } = answer
  if (verdict === "unknown") {
    await ctx.db.update(vatChecks).set({ trouble }).where(eq(vatChecks.id, checkId))
    return
  }
  const [kept] = await ctx.db
    .update(vatChecks)
    .set({ state: verdict, ...told, trouble: null, checkedAt: ctx.clock.now() })
    .where(eq(vatChecks.id, checkId))
    .returning()
  if (!kept) return
  const { country, number, accountId, consultation, requester, requestDate } = kept
  await recordAudit(ctx, {
    act: "tax.vat-number-checked",
    subjectId: checkId,
    ...(accountId ? { accountId } : {}),
    after: { country, number, verdict, consultation, requester, requestDate },
  })
}
