import type { EuSales } from "#billing/contract"
import type { ApiClient } from "../../api-context.ts"
import type { Country } from "../../storefront/orders/countries.ts"

export type TaxReport = Awaited<ReturnType<ApiClient["billing"]["taxReport"]["get"]>>

export interface TaxReportPage {
  readonly report: TaxReport
  /** Null where the seller is not in the EU. */
  readonly euSales: EuSales | null
  /** Those that stand in it, in the reader's language. */
  readonly countries: readonly Country[]
}
