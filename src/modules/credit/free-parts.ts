import type { Context } from "#kit/context.ts"
import { type CreditParts, creditAccount, heldAccount } from "./account-credit.ts"
import { postCredit } from "./post-credit.ts"
import type { CreditHold } from "./queries.ts"

/** Of what is set aside: these parts can be spent again, each as what it was. */
export async function freeParts(ctx: Context, hold: CreditHold, parts: CreditParts): Promise<void> {
  const { accountId, currency, reference } = hold
  await postCredit(ctx, { accountId, currency, cause: "released", parts, reference }, (kind) => ({
    account: heldAccount(accountId),
    credit: creditAccount(kind, accountId),
  }))
}
