import { and, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { describeReferrals, type ReferralView } from "./describe-referrals.ts"
import type { ReferralState } from "./referral.ts"
import { referralRows } from "./tables.ts"

/** Who came by whose link, newest first. Staff only. */
export async function listReferrals(
  ctx: Context,
  reach: Reach,
  filter: TimedFilter & {
    readonly limit: number
    readonly state?: ReferralState | undefined
    readonly referrerId?: string | undefined
  },
): Promise<Page<ReferralView>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const { after, orderBy } = keysetOf(filter, referralRows.createdAt, referralRows.id)
  const rows = await ctx.db
    .select()
    .from(referralRows)
    .where(
      and(
        filter.state ? eq(referralRows.state, filter.state) : undefined,
        filter.referrerId ? eq(referralRows.referrerId, filter.referrerId) : undefined,
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { next: page.next, items: await describeReferrals(ctx, page.items) }
}
