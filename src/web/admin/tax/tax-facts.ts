import type { Say } from "#kit/refusal.ts"
import type { ApiClient } from "../../api-context.ts"

/** What the parts of the page are made of. */
export interface TaxFacts {
  readonly settings: Awaited<ReturnType<ApiClient["tax"]["settings"]["get"]>>
  /** Certificates of customers, sixty days before they end. */
  readonly ending: Awaited<ReturnType<ApiClient["tax"]["exemptions"]["listEnding"]>>["items"]
  readonly products: readonly { readonly id: string; readonly name: Say }[]
  readonly shopTax: { readonly label: Say; readonly percent: string }
  readonly countries: readonly { readonly code: string; readonly name: string }[]
  readonly canWrite: boolean
  readonly formKey: string
}
