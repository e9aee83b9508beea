import { findUsedCredit, returnCredit } from "#credit"
import type { Context } from "#kit/context.ts"
import { type Money, money } from "#kit/money.ts"
import type { TransferPosting } from "#ledger"
import { countLost, findDisputeState, requestRefund } from "#payments"
import type { InvoiceDetail } from "./queries.ts"

export interface WantedReturn {
  readonly invoice: Pick<InvoiceDetail, "accountId" | "requestId" | "paymentAttemptId">
  /** What earlier credit notes have left of the invoice. */
  readonly rest: Money
  readonly amount: Money
  /** One refund per key. */
  readonly key: string
}

/**
 * What is taken back of an invoice goes the way it came: the gateway's money first, then the credit that paid the rest
 * of it. Starts the refund, and answers the postings for the credit note's own transfer.
 */
export async function giveMoneyBack(
  ctx: Context,
  { invoice, rest, amount, key }: WantedReturn,
): Promise<readonly TransferPosting[]> {
  const { currency } = amount
  const usedCredit = invoice.requestId
    ? await findUsedCredit(ctx, { kind: "all" }, invoice.requestId, "update")
    : 0n
  const asMoney = least(amount.minor, rest.minor - usedCredit)
  const asCredit = amount.minor - asMoney
  const attemptId = invoice.paymentAttemptId
  // Its payer has the money from their bank: nothing is sent, and what is taken back is no loss any more.
  const isLost = asMoney > 0n && attemptId !== null && (await findDisputeState(ctx, attemptId)) === "lost"
  if (isLost) await countLost(ctx, { attemptId, amount: money(asMoney, currency) })
  else if (asMoney > 0n && attemptId) {
    await requestRefund(ctx, {
      attemptId,
      key,
      reason: "requested",
      amount: money(asMoney, currency),
    })
  }
  const returned =
    asCredit > 0n && invoice.requestId
      ? await returnCredit(ctx, { reference: invoice.requestId, amount: money(asCredit, currency) })
      : []
  // The money is the customer's again until the gateway has sent it back.
  const theirs = isLost ? "losses:chargeback" : `unapplied:${invoice.accountId}`
  return [{ account: theirs, minor: -asMoney }, ...returned]
}

function least(first: bigint, second: bigint): bigint {
  return first < second ? first : second
}
