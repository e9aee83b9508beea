import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, currencyCodes, money, toWire } from "#kit/money.ts"
import { listCustomerBalances } from "#ledger"
import type { creditStandingShape } from "./contract.ts"
import { isCreditApplied } from "./queries.ts"

export interface CreditStanding {
  items: z.infer<typeof creditStandingShape>[]
  isApplied: boolean
}

/** What an account can spend and what is set aside, in each currency in which there is something. */
export async function getStanding(ctx: Context, reach: Reach, accountId: string): Promise<CreditStanding> {
  const balances = await listCustomerBalances(ctx, reach, [accountId])
  const of = (kind: string, currency: Currency) =>
    balances.find((one) => one.kind === kind && one.amount.currency === currency)?.amount.minor ?? 0n
  const items = currencyCodes.flatMap((currency) => {
    const [paid, given, held] = [of("credit", currency), of("given", currency), of("held", currency)]
    if (paid === 0n && given === 0n && held === 0n) return []
    const wire = (minor: bigint) => toWire(money(minor, currency))
    return [
      { currency, available: wire(paid + given), paid: wire(paid), given: wire(given), held: wire(held) },
    ]
  })
  return { items, isApplied: await isCreditApplied(ctx, reach) }
}
