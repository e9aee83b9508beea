import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import type { TransferPosting } from "#ledger"
import { heldAccount, less, noCredit, takeParts, totalOf } from "./account-credit.ts"
import { freeParts } from "./free-parts.ts"
import { lockCredit } from "./lock-credit.ts"
import { findHold } from "./queries.ts"
import { setAside } from "./set-aside.ts"
import { creditHolds } from "./tables.ts"

/**
 * A request is paid, this much of it by credit: the postings that the payment's own transfer takes in. What was set
 * aside beyond it is free again; where less was set aside than is wanted, the rest is taken from what there is now.
 * Undefined, with nothing moved, where there isn't enough.
 */
export async function spendCredit(
  ctx: Context,
  wanted: { readonly reference: string; readonly accountId: string; readonly amount: Money },
): Promise<readonly TransferPosting[] | undefined> {
  const { reference, accountId, amount } = wanted
  const hold = await findHold(ctx, { kind: "all" }, reference, "update")
  let held = hold?.state === "held" ? hold.parts : noCredit
  const missing = amount.minor - totalOf(held)
  if (missing > 0n) {
    const more = takeParts(await lockCredit(ctx, accountId, amount.currency), missing)
    if (totalOf(more) < missing) return undefined
    await setAside(ctx, { reference, accountId, most: amount }, { before: held, more })
    held = { paid: held.paid + more.paid, given: held.given + more.given }
  }
  const used = takeParts(held, amount.minor)
  if (hold?.state === "held") await freeParts(ctx, hold, less(held, used))
  if (totalOf(held) > 0n) {
    await ctx.db
      .update(creditHolds)
      .set({
        state: amount.minor > 0n ? "used" : "released",
        ...(amount.minor > 0n ? { paidMinor: used.paid, givenMinor: used.given } : {}),
      })
      .where(eq(creditHolds.reference, reference))
  }
  return amount.minor > 0n ? [{ account: heldAccount(accountId), minor: amount.minor }] : []
}
