import { recordAudit } from "#audit"
import { getAccount } from "#identity"
import { actorId, type Context, type Reach, within } from "#kit/context.ts"
import { fromWire, toWire, type WireMoney } from "#kit/money.ts"
import { termsRefusals } from "./errors.ts"
import { findTerms } from "./find-terms.ts"
import { accountTerms } from "./tables.ts"

export interface TermsWish {
  readonly id: string
  readonly days: number
  readonly limit: WireMoney
  readonly reason: string
}

/** Staff trust a customer with so many days and so much money; from then on invoices come first. */
export async function setTerms(
  ctx: Context,
  wish: TermsWish,
  reach: Reach = within(ctx.actor),
): Promise<void> {
  const limit = fromWire(wish.limit)
  if (limit.minor <= 0n) termsRefusals.refuse("terms.limit_wrong", {}, { field: "limit" })
  const account = await getAccount(ctx, wish.id)
  const before = await findTerms(ctx, reach, account.id, "update")
  const row = {
    days: wish.days,
    currency: limit.currency,
    limitMinor: limit.minor,
    changedBy: actorId(ctx.actor),
    changedAt: ctx.clock.now(),
  }
  await ctx.db
    .insert(accountTerms)
    .values({ id: ctx.newId("trm"), accountId: account.id, ...row })
    .onConflictDoUpdate({ target: [accountTerms.tenantId, accountTerms.accountId], set: row })
  await recordAudit(ctx, {
    act: "terms.set",
    subjectId: account.id,
    accountId: account.id,
    reason: wish.reason,
    before: before ? { days: before.days, limit: toWire(before.limit) } : null,
    after: { days: wish.days, limit: toWire(limit) },
  })
}
