import { actorId, type Context } from "#kit/context.ts"
import { getRetention } from "./get-retention.ts"
import { isWithin, type RetentionId } from "./retention-rule.ts"
import { keptPeriods } from "./retention-tables.ts"

/** Longer or shorter; whoever asks has seen to it that the rule allows it, for only they can say so in words. */
export async function saveRetention(
  ctx: Context,
  { id, keep }: { readonly id: RetentionId; readonly keep: string },
): Promise<void> {
  const { rule } = await getRetention(ctx, id)
  if (!isWithin(rule, keep)) throw new Error(`${keep} is outside what "${id}" allows.`)
  const change = { keep, changedBy: actorId(ctx.actor), changedAt: ctx.clock.now() }
  await ctx.db
    .insert(keptPeriods)
    .values({ id, ...change })
    .onConflictDoUpdate({ target: [keptPeriods.tenantId, keptPeriods.id], set: change })
}
