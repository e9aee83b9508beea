import type { Context, Reach } from "#kit/context.ts"
import { sumMovements } from "#ledger"
import { getSettings } from "#tenancy"
import { listLegalEntities } from "./list-legal-entities.ts"
import { namePeriods, planTaxPeriod, type TaxPeriodWish } from "./plan-tax-period.ts"
import { planTaxReport } from "./plan-tax-report.ts"
import { sumTaxes } from "./sum-taxes.ts"
import type { TaxReport } from "./tax-report-contract.ts"

/** What is to be declared for a period, by what the issued documents say, beside what the books say. */
export async function getTaxReport(
  ctx: Context,
  reach: Reach,
  wish: TaxPeriodWish & { readonly legalEntity?: string | undefined },
): Promise<TaxReport> {
  const { timeZone, legalEntityId } = await getSettings(ctx)
  const today = ctx.clock.today(timeZone)
  const { from, until, period } = planTaxPeriod(wish, today)
  const legalEntity = wish.legalEntity ?? legalEntityId
  const { sums, isWhole } = await sumTaxes(ctx, reach, { from, until })
  const booked = await sumMovements(ctx, reach, { account: "tax:payable", from, until })
  return {
    from: from.toString(),
    until: until.toString(),
    period,
    periods: namePeriods(today),
    legalEntity,
    legalEntities: [...new Set([legalEntityId, ...(await listLegalEntities(ctx, reach))])],
    currencies: planTaxReport({ legalEntityId: legalEntity, sums, booked }),
    isWhole,
  }
}
