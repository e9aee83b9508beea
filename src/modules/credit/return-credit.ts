import { eq } from "drizzle-orm"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import type { TransferPosting } from "#ledger"
import { creditAccount, kindsOf, less, returnParts, totalOf } from "./account-credit.ts"
import { findHold } from "./queries.ts"
import { creditHolds } from "./tables.ts"
import { writeCreditEntries } from "./write-credit-entries.ts"

/** Credit that paid a request comes back as what it was: the postings that the credit note's own transfer takes in. */
export async function returnCredit(
  ctx: Context,
  wanted: { readonly reference: string; readonly amount: Money },
): Promise<readonly TransferPosting[]> {
  const { reference, amount } = wanted
  if (amount.minor === 0n) return []
  const hold = await findHold(ctx, { kind: "all" }, reference, "update")
  const rest = hold && less(hold.parts, hold.returned)
  if (hold?.state !== "used" || !rest || totalOf(rest) < amount.minor) {
    throw new Error(`${amount.minor} ${amount.currency} of credit can't come back for ${reference}.`)
  }
  const parts = returnParts(rest, amount.minor)
  await ctx.db
    .update(creditHolds)
    .set({
      returnedPaidMinor: hold.returned.paid + parts.paid,
      returnedGivenMinor: hold.returned.given + parts.given,
    })
    .where(eq(creditHolds.id, hold.id))
  // A duplicate that was merged since has nothing any more: it is the surviving account's.
  const accountId = (await getAccount(ctx, hold.accountId)).mergedIntoId ?? hold.accountId
  await writeCreditEntries(ctx, {
    accountId,
    currency: amount.currency,
    cause: "returned",
    parts,
    reference,
  })
  return kindsOf(parts).map(({ kind, minor }) => ({ account: creditAccount(kind, accountId), minor: -minor }))
}
