import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { listNumberHolders } from "#identity"
import type { Context } from "#kit/context.ts"
import { mailVatNumberLost } from "./mail-vat-number-lost.ts"
import { vatChecks } from "./tables.ts"
import type { ViesAnswer } from "./vat-check.ts"

/**
 * Keeps what was said as proof. Who couldn't say changes nothing but why: it is asked again later. A number that was one
 * and is none any more is told to whoever has it: two questions at the same moment find it lost once.
 */
export async function recordVatAnswer(ctx: Context, checkId: string, answer: ViesAnswer): Promise<void> {
  const { verdict, trouble, ...told } = answer
  if (verdict === "unknown") {
    await ctx.db.update(vatChecks).set({ trouble }).where(eq(vatChecks.id, checkId))
    return
  }
  const [before] = await ctx.db
    .select()
    .from(vatChecks)
    .where(eq(vatChecks.id, checkId))
    .limit(1)
    .for("update")
  if (!before) return
  const now = ctx.clock.now()
  const isLost = before.state === "valid" && verdict === "invalid"
  const lostAt = isLost ? now : verdict === "valid" ? null : before.lostAt
  await ctx.db
    .update(vatChecks)
    .set({ state: verdict, ...told, trouble: null, checkedAt: now, lostAt })
    .where(eq(vatChecks.id, checkId))
  const { country, number, accountId } = before
  const { consultation, requester, requestDate } = told
  await recordAudit(ctx, {
    act: "tax.vat-number-checked",
    subjectId: checkId,
    ...(accountId ? { accountId } : {}),
    after: { country, number, verdict, consultation, requester, requestDate },
  })
  if (!isLost) return
  for (const holderId of await listNumberHolders(ctx, { country, number })) {
    await mailVatNumberLost(ctx, { checkId, accountId: holderId, country, number, lostAt: now })
  }
}
