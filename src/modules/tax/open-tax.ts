import { listBilledPlaces } from "#identity"
import type { Context } from "#kit/context.ts"
import type { TenantSettings } from "#tenancy"
import { listTaxFacts } from "./list-tax-facts.ts"
import { loadTaxBook } from "./load-tax-book.ts"
import { planTax, type TaxBuyer } from "./plan-tax.ts"
import type { TaxTerms } from "./tax-terms.ts"

/** Somebody without an account yet: what they say of themselves. */
export interface ComingBuyer {
  readonly country: string
  readonly region?: string | undefined
}

export interface OpenTax {
  /** Else everybody pays the shop's one rate. */
  readonly isByPlace: boolean
  ofAccount(accountId: string): TaxTerms
  of(buyer: ComingBuyer): TaxTerms
}

/** The decision for each of so many accounts, with all facts fetched at once: a run asks for thousands, a page for one. */
export async function openTax(
  ctx: Context,
  settings: TenantSettings,
  accountIds: readonly string[],
): Promise<OpenTax> {
  const today = ctx.clock.today(settings.timeZone)
  const book = await loadTaxBook(ctx, today)
  const buyers = book.isByPlace ? await listBuyers(ctx, accountIds) : new Map<string, TaxBuyer>()
  const plan = (buyer: TaxBuyer) => planTax({ settings, book, buyer, today })
  const byAccount = new Map<string, TaxTerms>()
  return {
    isByPlace: book.isByPlace,
    ofAccount(accountId) {
      const known = byAccount.get(accountId)
      if (known) return known
      const buyer = book.isByPlace ? buyers.get(accountId) : nobody
      if (!buyer) throw new Error(`${accountId} is asked for tax and is no account.`)
      const terms = plan(buyer)
      byAccount.set(accountId, terms)
      return terms
    },
    of: ({ country, region = "" }) => plan({ country, region }),
  }
}

/** Where place decides nothing. */
const nobody: TaxBuyer = { country: "", region: "" }

async function listBuyers(ctx: Context, accountIds: readonly string[]): Promise<Map<string, TaxBuyer>> {
  const places = await listBilledPlaces(ctx, accountIds)
  const known = await listTaxFacts(ctx, [...places.keys()])
  return new Map(
    [...places].map(([id, { country }]) => [id, { country, region: known.get(id)?.region ?? "" }]),
  )
}
