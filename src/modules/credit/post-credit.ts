import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import { keepTransferWords, postTransfer, type TransferPosting } from "#ledger"
import type { CreditKind } from "./account-credit.ts"
import { type CreditMove, writeCreditEntries } from "./write-credit-entries.ts"

/**
 * History, books and audit in one go, one of each per kind; `against` says for a kind what stands on the other side.
 * Whoever takes holds the balance's row; the books themselves refuse to fall below nothing.
 */
export async function postCredit(
  ctx: Context,
  move: CreditMove,
  against: (kind: CreditKind) => { readonly account: string; readonly credit: string },
) {
  const entries = await writeCreditEntries(ctx, move)
  for (const entry of entries) {
    const { account, credit } = against(entry.kind)
    const postings: TransferPosting[] = [
      { account: credit, minor: -entry.amountMinor },
      { account, minor: entry.amountMinor },
    ]
    await postTransfer(ctx, {
      key: `account-credit:${entry.id}`,
      currency: entry.currency,
      reference: entry.id,
      words: keepTransferWords(`credit_${move.cause}`, {}, move.reason),
      postings,
    })
    await recordAudit(ctx, {
      act: `credit.${move.cause}`,
      subjectId: entry.id,
      accountId: entry.accountId,
      reason: move.reason ?? null,
      after: {
        kind: entry.kind,
        amount: toWire(money(entry.amountMinor, entry.currency)),
        ...(entry.reference ? { reference: entry.reference } : {}),
      },
    })
  }
  return entries
}
