import { type SQL, sql } from "drizzle-orm"
import { NEWS_DAYS, WARN_DAYS } from "./plan-exemption-notices.ts"
import { taxExemptions, vatChecks } from "./tables.ts"
import { taxCatchUp } from "./tax-catch-up.ts"
import { vatCheckTimes } from "./vat-check-times.ts"

/** Some VAT number is to be asked about, or forgotten. */
export function anyVatCheckDue(now: Temporal.Instant): SQL {
  const { asksAgain, endsHolding, forgotten } = vatCheckTimes(now)
  return sql`(exists (select from ${vatChecks} where state = 'pending' and asked_at <= ${asksAgain.toString()}::timestamptz)
    or exists (select from ${vatChecks} where state = 'valid' and asked_at <= ${endsHolding.toString()}::timestamptz)
    or exists (select from ${vatChecks}
      where account_id is null and created_at <= ${forgotten.toString()}::timestamptz))`
}

/** Some certificate ends soon, or has just ended; or somebody could not be told. */
export function anyExemptionEnding(day: Temporal.PlainDate): SQL {
  return sql`(${taxCatchUp.isWaiting()} or exists (select from ${taxExemptions} where until_on >= ${day.subtract({ days: NEWS_DAYS }).toString()}::date
    and until_on <= ${day.add({ days: WARN_DAYS }).toString()}::date))`
}
