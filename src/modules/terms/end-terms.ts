import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, type Reach, within } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { findTerms } from "./find-terms.ts"
import { accountTerms } from "./tables.ts"

/** From now on everything is paid before again; invoices that are out keep their due day. */
export async function endTerms(
  ctx: Context,
  wish: { readonly id: string; readonly reason: string },
  reach: Reach = within(ctx.actor),
): Promise<void> {
  const before = await findTerms(ctx, reach, wish.id, "update")
  if (!before) return
  await ctx.db.delete(accountTerms).where(eq(accountTerms.accountId, wish.id))
  await recordAudit(ctx, {
    act: "terms.ended",
    subjectId: wish.id,
    accountId: wish.id,
    reason: wish.reason,
    before: { days: before.days, limit: toWire(before.limit) },
    after: null,
  })
}
