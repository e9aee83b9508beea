import { type BilledPlace, listBilledPlaces, readVatNumber } from "#identity"
import type { Context } from "#kit/context.ts"
import type { TenantSettings } from "#tenancy"
import { describeVat } from "./describe-vat.ts"
import { listTaxFacts } from "./list-tax-facts.ts"
import { listVatChecks } from "./list-vat-checks.ts"
import { loadTaxBook } from "./load-tax-book.ts"
import { planTax, type TaxBuyer } from "./plan-tax.ts"
import type { TaxTerms } from "./tax-terms.ts"

export interface OpenTax {
  /** Else everybody pays the shop's one rate. */
  readonly isByPlace: boolean
  ofAccount(accountId: string): TaxTerms
  /** As if it were there: somebody of the shop has decided where it is. A confirmed VAT number says it better. */
  ofAccountIn(accountId: string, country: string): TaxTerms
  /** Of somebody who comes: see `readComingBuyer`. */
  of(buyer: TaxBuyer): TaxTerms
}

/**
 * The decision for each of so many accounts, with all facts fetched at once: a run asks for thousands, a page for one.
 * `on` another day: by the registrations, rates and certificates of that day, and by what is known of the buyer today.
 */
export async function openTax(
  ctx: Context,
  settings: TenantSettings,
  accountIds: readonly string[],
  on?: Temporal.PlainDate,
): Promise<OpenTax> {
  const today = ctx.clock.today(settings.timeZone)
  const book = await loadTaxBook(ctx, on ?? today)
  const buyers = book.isByPlace ? await listBuyers(ctx, accountIds, on ?? today) : new Map<string, TaxBuyer>()
  const plan = (buyer: TaxBuyer) => planTax({ settings, book, buyer, today })
  const byAccount = new Map<string, TaxTerms>()
  const ofAccount = (accountId: string) => {
    const known = byAccount.get(accountId)
    if (known) return known
    const buyer = book.isByPlace ? buyers.get(accountId) : nobody
    if (!buyer) throw new Error(`${accountId} is asked for tax and is no account.`)
    const terms = plan(buyer)
    byAccount.set(accountId, terms)
    return terms
  }
  return {
    isByPlace: book.isByPlace,
    ofAccount,
    ofAccountIn(accountId, country) {
      const buyer = buyers.get(accountId)
      if (!buyer || buyer.country === country || buyer.vat?.state === "valid") return ofAccount(accountId)
      return plan({ ...buyer, country, region: "", vat: undefined })
    },
    of: (coming) => plan(coming),
  }
}

/** Where place decides nothing. */
const nobody: TaxBuyer = { country: "", region: "" }

async function listBuyers(
  ctx: Context,
  accountIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<Map<string, TaxBuyer>> {
  const places = await listBilledPlaces(ctx, accountIds)
  const known = await listTaxFacts(ctx, [...places.keys()], today)
  // A private person pays as one, whatever numbers stand in the profile.
  const numberOf = ({ kind, country, taxIds }: BilledPlace) =>
    kind === "business" ? readVatNumber(country, taxIds[country] ?? "") : undefined
  const numbers = [...places.values()].map(numberOf).filter((one) => one !== undefined)
  const checks = await listVatChecks(ctx, numbers)
  return new Map(
    [...places].map(([id, place]) => {
      const vat = describeVat(numberOf(place), checks)
      const { region = "", exemptions = [] } = known.get(id) ?? {}
      return [id, { country: place.country, region, vat, exemptions }]
    }),
  )
}
