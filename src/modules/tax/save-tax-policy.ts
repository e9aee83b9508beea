import { recordAudit } from "#audit"
import { actorId, type Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { loadTaxBook } from "./load-tax-book.ts"
import { taxPolicies } from "./tables.ts"
import type { TaxPolicy } from "./tax-book.ts"

/** Holds for what is asked for from now on. */
export async function saveTaxPolicy(ctx: Context, wish: TaxPolicy): Promise<void> {
  const { timeZone } = await getSettings(ctx)
  const { policy: before } = await loadTaxBook(ctx, ctx.clock.today(timeZone))
  const row = { ...wish, changedBy: actorId(ctx.actor), changedAt: ctx.clock.now() }
  await ctx.db
    .insert(taxPolicies)
    .values({ id: "policy", ...row })
    .onConflictDoUpdate({ target: [taxPolicies.tenantId, taxPolicies.id], set: row })
  await recordAudit(ctx, {
    act: "tax.policy-saved",
    subjectId: "policy",
    before: { ...before },
    after: { ...wish },
  })
}
