import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type CreditParts, creditAccount, heldAccount } from "./account-credit.ts"
import { postCredit } from "./post-credit.ts"
import { type CreditHold, lockHold } from "./queries.ts"
import { creditHolds } from "./tables.ts"

/** What was set aside for a request can be spent again, each part as what it was. Nothing set aside: nothing to do. */
export async function releaseCredit(ctx: Context, reference: string): Promise<void> {
  const hold = await lockHold(ctx, { kind: "all" }, reference)
  if (hold?.state !== "held") return
  await freeParts(ctx, hold, hold.parts)
  await ctx.db.update(creditHolds).set({ state: "released" }).where(eq(creditHolds.id, hold.id))
}

export async function freeParts(ctx: Context, hold: CreditHold, parts: CreditParts): Promise<void> {
  const { accountId, currency, reference } = hold
  await postCredit(ctx, { accountId, currency, cause: "released", parts, reference }, (kind) => ({
    account: heldAccount(accountId),
    credit: creditAccount(kind, accountId),
  }))
}
