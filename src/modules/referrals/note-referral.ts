import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { findHindrance } from "./find-hindrance.ts"
import { getPolicy } from "./get-policy.ts"
import { codePattern } from "./referral.ts"
import { referralLinks, referralRows } from "./tables.ts"

/**
 * Somebody orders for the first time and brings a code. What holds today is promised to both. A code that is none, one's
 * own, or one where nothing is promised never stands in the way of an order: it just earns nothing. Twice is once.
 */
export async function noteReferral(
  ctx: Context,
  { accountId, code: given }: { readonly accountId: string; readonly code: string },
): Promise<void> {
  const code = given.trim().toLowerCase()
  if (!codePattern.test(code)) return
  const { isOn, ...terms } = await getPolicy(ctx)
  if (!isOn) return
  const [link] = await ctx.db.select().from(referralLinks).where(eq(referralLinks.code, code)).limit(1)
  if (!link || link.accountId === accountId) return
  const referrerId = link.accountId
  const because = await findHindrance(ctx, { referrerId, accountId })
  const id = ctx.newId("rfr")
  const now = ctx.clock.now()
  const [noted] = await ctx.db
    .insert(referralRows)
    .values({
      id,
      referrerId,
      accountId,
      state: because ? "void" : "waiting",
      because,
      ...terms,
      rewards: [...terms.rewards],
      createdAt: now,
      decidedAt: because ? now : null,
    })
    .onConflictDoNothing({ target: [referralRows.tenantId, referralRows.accountId] })
    .returning({ id: referralRows.id })
  if (!noted) return
  await recordAudit(ctx, {
    act: because ? "referrals.refused" : "referrals.noted",
    subjectId: id,
    accountId,
    after: { referrerId, ...(because ? { because } : {}) },
  })
}
