import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { closeReferral } from "./close-referral.ts"
import { describeReferrals, type ReferralView } from "./describe-referrals.ts"
import { referralRefusals } from "./errors.ts"
import { referralRows } from "./tables.ts"

/** Staff say no to one that waits. What was granted stays: it is the customers' by then. */
export async function voidReferral(
  ctx: Context,
  reach: Reach,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<ReferralView> {
  const find = async () =>
    (await ctx.db.select().from(referralRows).where(eq(referralRows.id, id)).limit(1))[0]
  if (reach.kind !== "all" || !(await find())) return referralRefusals.refuse("referrals.missing", { id })
  if (!(await closeReferral(ctx, { id, because: "by_staff", reason }))) {
    referralRefusals.refuse("referrals.decided", { id })
  }
  const row = await find()
  const [view] = row ? await describeReferrals(ctx, [row]) : []
  return view ?? referralRefusals.refuse("referrals.missing", { id })
}
