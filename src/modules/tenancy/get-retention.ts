import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { getSettings } from "./get-settings.ts"
import { findRule, isWithin, type RetentionId, type RetentionRule } from "./retention-rule.ts"
import { retentionRules } from "./retention-rules.ts"
import { keptPeriods } from "./retention-tables.ts"

export interface Retention {
  readonly rule: RetentionRule
  /** The shop's own period where it chose one that the law still allows, else the rule's. */
  readonly keep: Temporal.Duration
  /** Everything from before then has been kept long enough. */
  readonly before: Temporal.Instant
}

/** What holds for this shop today, in its own country and calendar. */
export async function getRetention(ctx: Context, id: RetentionId): Promise<Retention> {
  const { seller, timeZone } = await getSettings(ctx)
  const now = ctx.clock.now().toZonedDateTimeISO(timeZone)
  const rule = findRule(retentionRules, { id, country: seller.country, on: now.toPlainDate() })
  const [own] = await ctx.db.select().from(keptPeriods).where(eq(keptPeriods.id, id)).limit(1)
  const keep = Temporal.Duration.from(own && isWithin(rule, own.keep) ? own.keep : rule.keep)
  return { rule, keep, before: now.subtract(keep).toInstant() }
}
