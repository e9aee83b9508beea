import type { Context } from "#kit/context.ts"
import { getSettings } from "./get-settings.ts"
import { findRule, isWithin, type RetentionId, type RetentionRule, retentionIds } from "./retention-rule.ts"
import { retentionRules } from "./retention-rules.ts"
import { keptPeriods } from "./retention-tables.ts"

export interface Retention {
  readonly rule: RetentionRule
  /** The shop's own period where it chose one that the law still allows, else the rule's. */
  readonly keep: Temporal.Duration
  /** Everything from before then has been kept long enough. */
  readonly before: Temporal.Instant
}

/** What holds for this shop today, in its own country and calendar, by rule. */
export async function getRetentions(ctx: Context): Promise<(id: RetentionId) => Retention> {
  const { seller, timeZone } = await getSettings(ctx)
  const now = ctx.clock.now().toZonedDateTimeISO(timeZone)
  const own = await ctx.db.select().from(keptPeriods).limit(retentionIds.length)
  const chosen = new Map<string, string>(own.map(({ id, keep }) => [id, keep]))
  return (id) => {
    const rule = findRule(retentionRules, { id, country: seller.country, on: now.toPlainDate() })
    const kept = chosen.get(id)
    const keep = Temporal.Duration.from(kept !== undefined && isWithin(rule, kept) ? kept : rule.keep)
    return { rule, keep, before: now.subtract(keep).toInstant() }
  }
}
