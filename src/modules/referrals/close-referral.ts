import { and, eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import type { VoidCause } from "./referral.ts"
import { referralRows } from "./tables.ts"

/** Nobody gets anything for it; says whether it still waited. */
export async function closeReferral(
  ctx: Context,
  wish: { readonly id: string; readonly because: VoidCause; readonly reason: string | null },
): Promise<boolean> {
  const { id, because, reason } = wish
  const [row] = await ctx.db
    .update(referralRows)
    .set({ state: "void", because, reason, decidedAt: ctx.clock.now() })
    .where(and(eq(referralRows.id, id), eq(referralRows.state, "waiting")))
    .returning({ accountId: referralRows.accountId })
  if (!row) return false
  await recordAudit(ctx, {
    act: "referrals.refused",
    subjectId: id,
    accountId: row.accountId,
    reason,
    before: { state: "waiting" },
    after: { state: "void", because },
  })
  return true
}
