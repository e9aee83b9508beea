import type { Context } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import { type CreditParts, creditAccount, heldAccount, totalOf } from "./account-credit.ts"
import { postCredit } from "./post-credit.ts"
import { creditHolds } from "./tables.ts"

export interface WantedHold {
  readonly reference: string
  readonly accountId: string
  /** At most so much. */
  readonly most: Money
}

/** Adds to what is set aside, of balances that the caller has locked. */
export async function setAside(
  ctx: Context,
  { reference, accountId, most }: WantedHold,
  { before, more }: { readonly before: CreditParts; readonly more: CreditParts },
): Promise<void> {
  if (totalOf(more) === 0n) return
  await postCredit(
    ctx,
    {
      accountId,
      currency: most.currency,
      cause: "held",
      parts: { paid: -more.paid, given: -more.given },
      reference,
    },
    (kind) => ({ account: heldAccount(accountId), credit: creditAccount(kind, accountId) }),
  )
  const amounts = {
    accountId,
    state: "held" as const,
    paidMinor: before.paid + more.paid,
    givenMinor: before.given + more.given,
  }
  await ctx.db
    .insert(creditHolds)
    .values({
      id: ctx.newId("hld"),
      reference,
      currency: most.currency,
      returnedPaidMinor: 0n,
      returnedGivenMinor: 0n,
      createdAt: ctx.clock.now(),
      ...amounts,
    })
    .onConflictDoUpdate({ target: [creditHolds.tenantId, creditHolds.reference], set: amounts })
}
