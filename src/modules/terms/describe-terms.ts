import type { z } from "zod"
import { getAccount } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { getBalance } from "#ledger"
import type { accountTermsShape } from "./contract.ts"
import { termsRefusals } from "./errors.ts"
import { findTerms } from "./find-terms.ts"

/** The terms with what is owed by now. A foreign account looks like one that isn't there. */
export async function describeTerms(
  ctx: Context,
  reach: Reach,
  accountId: string,
): Promise<z.infer<typeof accountTermsShape>> {
  if (reach.kind === "accounts" && !reach.accountIds.includes(accountId)) {
    termsRefusals.refuse("terms.account_missing", { accountId })
  }
  const { id } = await getAccount(ctx, accountId)
  const found = await findTerms(ctx, reach, id)
  if (!found) return { accountId: id, terms: null }
  const owed = await getBalance(ctx, reach, `receivable:${id}`, found.limit.currency)
  return {
    accountId: id,
    terms: {
      days: found.days,
      limit: toWire(found.limit),
      owed: toWire(owed),
      changedAt: found.changedAt.toString(),
    },
  }
}
