import { type SQL, sql } from "drizzle-orm"
import { hostNames } from "./tables.ts"

/** Some host name is to be looked up again. */
export function anyHostToLookUp(now: Temporal.Instant): SQL {
  const before = (hours: number) => sql`${now.subtract({ hours }).toString()}::timestamptz`
  return sql`(exists (select from ${hostNames} where state = 'pending' and look_asked_at <= ${before(1)}) or exists (
    select from ${hostNames} where state in ('verified', 'lapsed') and look_asked_at <= ${before(24)}))`
}
