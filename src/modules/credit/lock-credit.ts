import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { lockBalances } from "#ledger"
import { type CreditParts, creditAccount } from "./account-credit.ts"

/** What a customer can spend now, with the balances held until the transaction ends: nobody else spends it meanwhile. */
export async function lockCredit(ctx: Context, accountId: string, currency: Currency): Promise<CreditParts> {
  const [paid, given] = [creditAccount("paid", accountId), creditAccount("given", accountId)]
  const found = await lockBalances(ctx, [paid, given], currency)
  return { paid: -(found.get(paid) ?? 0n), given: -(found.get(given) ?? 0n) }
}
