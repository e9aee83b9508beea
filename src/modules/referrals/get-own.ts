import { desc, eq } from "drizzle-orm"
import type { z } from "zod"
import { type Context, within } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import { getSettings, linkTo } from "#tenancy"
import { chooseAccount } from "./choose-account.ts"
import type { ownReferralsShape } from "./contract.ts"
import { describePolicy } from "./describe-policy.ts"
import { getPolicy } from "./get-policy.ts"
import { referralLinks, referralRows } from "./tables.ts"

const MOST_SHOWN = 100

export type OwnReferrals = z.infer<typeof ownReferralsShape>

/** An account's link and what became of those who came by it; who they are is theirs to tell. */
export async function getOwn(
  ctx: Context,
  { accountId }: { readonly accountId?: string | undefined },
): Promise<OwnReferrals> {
  const id = await chooseAccount(ctx, within(ctx.actor), accountId)
  const settings = await getSettings(ctx)
  const [link] = await ctx.db.select().from(referralLinks).where(eq(referralLinks.accountId, id)).limit(1)
  const rows = await ctx.db
    .select()
    .from(referralRows)
    .where(eq(referralRows.referrerId, id))
    .orderBy(desc(referralRows.createdAt), desc(referralRows.id))
    .limit(MOST_SHOWN)
  return {
    policy: describePolicy(await getPolicy(ctx)),
    link: link ? { code: link.code, url: linkTo(settings, ctx.language, `/r/${link.code}`) } : null,
    items: rows.map(({ id: rowId, state, because, currency, referrerMinor, createdAt }) => ({
      id: rowId,
      state,
      because,
      got: currency && referrerMinor !== null ? toWire(money(referrerMinor, currency)) : null,
      cameOn: createdAt.toZonedDateTimeISO(settings.timeZone).toPlainDate().toString(),
    })),
  }
}
