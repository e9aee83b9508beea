import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import { creditAccount } from "./account-credit.ts"
import { postCredit } from "./post-credit.ts"

/**
 * Money of a customer's that pays for nothing any more stays with the shop as paid credit, because they would rather have
 * that than have it sent back.
 */
export async function keepAsCredit(
  ctx: Context,
  wanted: {
    readonly accountId: string
    readonly amount: Money
    readonly reference: string
    readonly reason: string
  },
): Promise<void> {
  const { amount, reference, reason } = wanted
  if (amount.minor === 0n) return
  const account = await getAccount(ctx, wanted.accountId)
  const accountId = account.mergedIntoId ?? account.id
  await postCredit(
    ctx,
    {
      accountId,
      currency: amount.currency,
      cause: "given",
      parts: { paid: amount.minor, given: 0n },
      reference,
      reason,
    },
    (kind) => ({ account: `unapplied:${wanted.accountId}`, credit: creditAccount(kind, accountId) }),
  )
}
