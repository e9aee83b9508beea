import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { chooseAccount } from "./choose-account.ts"
import { referralRefusals } from "./errors.ts"
import { getOwn, type OwnReferrals } from "./get-own.ts"
import { getPolicy } from "./get-policy.ts"
import { referralLinks } from "./tables.ts"

const CODE_LENGTH = 10

/** The account's link; asked again, also at the same moment, it is the same one. */
export async function makeLink(
  ctx: Context,
  wish: { readonly accountId?: string | undefined },
): Promise<OwnReferrals> {
  const accountId = await chooseAccount(ctx, within(ctx.actor), wish.accountId)
  if (!(await getPolicy(ctx)).isOn) referralRefusals.refuse("referrals.switched_off")
  const id = ctx.newId("rfl")
  const code = id.slice(-CODE_LENGTH)
  const [made] = await ctx.db
    .insert(referralLinks)
    .values({ id, accountId, code, createdAt: ctx.clock.now() })
    .onConflictDoNothing({ target: [referralLinks.tenantId, referralLinks.accountId] })
    .returning({ id: referralLinks.id })
  if (made) await recordAudit(ctx, { act: "referrals.link-made", subjectId: id, accountId, after: { code } })
  return getOwn(ctx, { accountId })
}
