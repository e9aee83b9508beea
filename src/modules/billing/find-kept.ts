import { listErasedAccounts } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { findRule, getSettings, retentionRules } from "#tenancy"
import type { Invoice } from "./queries.ts"

/**
 * Invoices of people who were forgotten, with the day until which the law keeps them: those are in nobody's daily
 * work any more, and what they say about the person is not shown. Whoever reads for accounts of their own is never
 * asked about: nobody acts for an account that was forgotten.
 */
export async function findKept(
  ctx: Context,
  reach: Reach,
  invoices: readonly Pick<Invoice, "id" | "accountId" | "issuedOn">[],
): Promise<ReadonlyMap<string, Temporal.PlainDate>> {
  if (reach.kind === "accounts") return new Map()
  const erased = await listErasedAccounts(ctx, [...new Set(invoices.map(({ accountId }) => accountId))])
  if (erased.size === 0) return new Map()
  const { seller } = await getSettings(ctx)
  const kept = invoices.filter(({ accountId }) => erased.has(accountId))
  return new Map(
    kept.map(({ id, issuedOn }) => {
      const rule = findRule(retentionRules, { id: "documents", country: seller.country, on: issuedOn })
      return [id, issuedOn.add(Temporal.Duration.from(rule.keep))]
    }),
  )
}
