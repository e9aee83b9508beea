import type { Say } from "#kit/refusal.ts"
import type { ApiClient } from "../../api-context.ts"

/** What the parts of the page are made of. */
export interface TaxFacts {
  readonly settings: Awaited<ReturnType<ApiClient["tax"]["settings"]["get"]>>
  /** VAT numbers that were confirmed once and are no longer. */
  readonly lost: Awaited<ReturnType<ApiClient["tax"]["vatNumbers"]["listLost"]>>["items"]
  /** Certificates of customers, sixty days before they end and thirty after. */
  readonly ending: Awaited<ReturnType<ApiClient["tax"]["exemptions"]["listEnding"]>>["items"]
  readonly products: readonly { readonly id: string; readonly name: Say }[]
  readonly shopTax: { readonly label: Say; readonly percent: string }
  readonly countries: readonly { readonly code: string; readonly name: string }[]
  readonly canWrite: boolean
  readonly formKey: string
}
