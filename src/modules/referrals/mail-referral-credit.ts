import type { Account } from "#identity"
import type { Context } from "#kit/context.ts"
import { type Money, toWire } from "#kit/money.ts"
import { referralCredit, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"

/** Each side hears of its own credit, and nothing of the other one. */
export async function mailReferralCredit(
  ctx: Context,
  {
    referralId,
    account,
    amount,
    isReferrer,
  }: {
    readonly referralId: string
    readonly account: Account
    readonly amount: Money
    readonly isReferrer: boolean
  },
): Promise<void> {
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: referralCredit,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `referral:${referralId}:${isReferrer ? "referrer" : "newcomer"}`,
    data: {
      name: account.personName,
      amount: toWire(amount),
      isReferrer,
      url: linkTo(settings, account.language, "/portal/credit"),
    },
  })
}
