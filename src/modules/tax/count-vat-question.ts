import { readVatNumber } from "#identity"
import type { RateLimit } from "#kit/rate-limit.ts"
import type { CallScope } from "#kit/serve/scope.ts"
import { taxRefusals } from "./errors.ts"
import { listVatChecks } from "./list-vat-checks.ts"

export interface VatLimits {
  /** Absent where nothing is counted: measuring and trials. */
  readonly vatQuestions?: RateLimit
}

/**
 * VIES locks out a house that asks too much, and then confirms nobody: whoever tries numbers uses up a part of their own. A
 * number that was asked about before has its answer, or waits for it, and costs nothing.
 */
export async function countVatQuestion(
  limits: VatLimits,
  scope: CallScope,
  { country, taxId = "" }: { readonly country: string; readonly taxId?: string | undefined },
): Promise<void> {
  const number = readVatNumber(country, taxId)
  if (!number || !limits.vatQuestions) return
  const known = await scope.read((ctx) => listVatChecks(ctx, [number]))
  if (known.length === 0) countVatAsking(limits, scope)
}

/** Somebody has known numbers asked about once more. */
export function countVatAsking({ vatQuestions }: VatLimits, { tenant, address }: CallScope): void {
  const verdict = vatQuestions?.take(`${tenant} ${address}`)
  if (!verdict || verdict.allowed) return
  const { resetSeconds: retryAfterSeconds } = verdict
  const minutes = Math.ceil(retryAfterSeconds / 60)
  taxRefusals.refuse("tax.vat_too_many", { minutes }, { field: "taxId", retryAfterSeconds })
}
