import { and, count, eq, gt, gte } from "drizzle-orm"
import { recordAudit } from "#audit"
import { holdPaidInvoice } from "#billing"
import { changeCredit } from "#credit"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import { findDisputeState } from "#payments"
import { getSettings } from "#tenancy"
import { closeReferral } from "./close-referral.ts"
import { findHindrance } from "./find-hindrance.ts"
import { mailReferralCredit } from "./mail-referral-credit.ts"
import { planReferral } from "./plan-referral.ts"
import { referralLinks, referralRows } from "./tables.ts"

type Row = typeof referralRows.$inferSelect

/**
 * Grants both sides their credit, or says why not: once. The referral's row is held, so two runs at the same moment decide it
 * once; the referrer's link is held, so none is rewarded beyond the limit; the invoice's row is held, so a refund at this
 * moment is either seen or comes after the credit was earned.
 */
export async function decideReferral(
  ctx: Context,
  wish: { readonly referralId: string; readonly invoiceId: string; readonly today: Temporal.PlainDate },
): Promise<void> {
  const { referralId, invoiceId, today } = wish
  const [row] = await ctx.db
    .select()
    .from(referralRows)
    .where(and(eq(referralRows.id, referralId), eq(referralRows.state, "waiting")))
    .limit(1)
    .for("update")
  if (!row) return
  await ctx.db
    .select({ id: referralLinks.id })
    .from(referralLinks)
    .where(eq(referralLinks.accountId, row.referrerId))
    .limit(1)
    .for("update")
  const paid = await holdPaidInvoice(ctx, invoiceId)
  const { timeZone } = await getSettings(ctx)
  const plan = planReferral({
    terms: row,
    today,
    invoice: {
      paidOn: paid.paidAt.toZonedDateTimeISO(timeZone).toPlainDate(),
      currency: paid.total.currency,
      isRefunded: paid.isRefunded,
      dispute: paid.attemptId ? await findDisputeState(ctx, paid.attemptId) : null,
    },
    hindrance: await findHindrance(ctx, row),
    rewardedLately: await countRewarded(ctx, row.referrerId),
  })
  if (plan.act === "wait") return
  if (plan.act === "void") {
    await closeReferral(ctx, { id: row.id, because: plan.because, reason: null })
    return
  }
  const { referrerMinor, newcomerMinor } = plan
  const { currency } = paid.total
  await ctx.db
    .update(referralRows)
    .set({ state: "granted", invoiceId, currency, referrerMinor, newcomerMinor, decidedAt: ctx.clock.now() })
    .where(eq(referralRows.id, row.id))
  await give(ctx, row, { accountId: row.referrerId, minor: referrerMinor, currency, isReferrer: true })
  await give(ctx, row, { accountId: row.accountId, minor: newcomerMinor, currency, isReferrer: false })
  const wire = (minor: bigint) => toWire(money(minor, currency))
  await recordAudit(ctx, {
    act: "referrals.granted",
    subjectId: row.id,
    accountId: row.accountId,
    before: { state: "waiting" },
    after: { invoiceId, referrer: wire(referrerMinor), newcomer: wire(newcomerMinor) },
  })
}

/** Each read by whose it is, on the page of their credit. */
const words = {
  en: { referrer: "Somebody came by your recommendation", newcomer: "You came by a recommendation" },
  ko: { referrer: "추천 적립금(추천한 회원)", newcomer: "추천 적립금(추천받은 회원)" },
} as const

interface Gift {
  readonly accountId: string
  readonly minor: bigint
  readonly currency: NonNullable<Row["currency"]>
  readonly isReferrer: boolean
}

async function give(ctx: Context, { id }: Row, gift: Gift): Promise<void> {
  const { accountId, minor, currency, isReferrer } = gift
  if (minor === 0n) return
  const found = await getAccount(ctx, accountId)
  const account = found.mergedIntoId ? await getAccount(ctx, found.mergedIntoId) : found
  await changeCredit(ctx, {
    accountId: account.id,
    act: "give",
    kind: "given",
    amount: toWire(money(minor, currency)),
    reason: words[account.language][isReferrer ? "referrer" : "newcomer"],
  })
  await mailReferralCredit(ctx, { referralId: id, account, amount: money(minor, currency), isReferrer })
}

const YEAR_HOURS = 365 * 24

async function countRewarded(ctx: Context, referrerId: string): Promise<number> {
  const since = ctx.clock.now().subtract({ hours: YEAR_HOURS })
  const [row] = await ctx.db
    .select({ times: count() })
    .from(referralRows)
    .where(
      and(
        eq(referralRows.referrerId, referrerId),
        eq(referralRows.state, "granted"),
        gt(referralRows.referrerMinor, 0n),
        gte(referralRows.decidedAt, since),
      ),
    )
  return row?.times ?? 0
}
