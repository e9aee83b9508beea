import type { Context } from "#kit/context.ts"
import { type Money, money } from "#kit/money.ts"
import {
  type CreditParts,
  creditAccount,
  heldAccount,
  noCredit,
  takeParts,
  totalOf,
} from "./account-credit.ts"
import { lockCredit } from "./lock-credit.ts"
import { postCredit } from "./post-credit.ts"
import { lockHold } from "./queries.ts"
import { creditHolds } from "./tables.ts"

export interface WantedHold {
  readonly reference: string
  readonly accountId: string
  /** At most so much. */
  readonly most: Money
}

/**
 * Sets credit aside for a request, as much as there is and it takes. The caller holds the request's row; the balances
 * are locked here, so what two requests want at the same moment is set aside for one of them. Twice is once.
 */
export async function holdCredit(ctx: Context, wanted: WantedHold): Promise<Money> {
  const { reference, accountId, most } = wanted
  const known = await lockHold(ctx, { kind: "all" }, reference)
  if (known && known.state !== "released") return money(totalOf(known.parts), most.currency)
  const parts = takeParts(await lockCredit(ctx, accountId, most.currency), most.minor)
  await setAside(ctx, { reference, accountId, most }, { before: noCredit, more: parts })
  return money(totalOf(parts), most.currency)
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
