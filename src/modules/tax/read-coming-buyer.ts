import { readVatNumber } from "#identity"
import type { Context } from "#kit/context.ts"
import { describeVat } from "./describe-vat.ts"
import { listVatChecks } from "./list-vat-checks.ts"
import type { TaxBuyer } from "./plan-tax.ts"

/** Somebody without an account yet: what they say of themselves. */
export interface ComingBuyer {
  readonly country: string
  readonly region?: string | undefined
  readonly taxId?: string | undefined
}

/** With what is known of the number they give. */
export async function readComingBuyer(ctx: Context, coming: ComingBuyer): Promise<TaxBuyer> {
  const { country, region = "", taxId = "" } = coming
  const number = readVatNumber(country, taxId)
  const checks = await listVatChecks(ctx, number ? [number] : [])
  return { country, region, vat: describeVat(number, checks) }
}
