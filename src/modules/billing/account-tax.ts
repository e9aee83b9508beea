import type { Context } from "#kit/context.ts"
import { openTax, type TaxTerms } from "#tax"
import { getSettings } from "#tenancy"

/** By what an account would be taxed now. Runs over many accounts open it for all of them at once. */
export async function accountTax(ctx: Context, accountId: string): Promise<TaxTerms> {
  return (await openTax(ctx, await getSettings(ctx), [accountId])).ofAccount(accountId)
}
