import { type SQL, sql } from "drizzle-orm"
import { consentAsks, consents, devices, guards, links } from "./sign-in-tables.ts"
import { sessions, verifications } from "./tables.ts"

/** Something of signing in is over: on the machine's time where it lives on that, else on the company's. */
export function anySignInOver(now: Temporal.Instant): SQL {
  return sql`(exists (select from ${guards} where last_at < now() - interval '1 day')
    or exists (select from ${verifications} where expires_at < now())
    or exists (select from ${sessions} where expires_at < now())
    or exists (select from ${links} where expires_at < ${now.subtract({ hours: 24 * 7 }).toString()}::timestamptz)
    or exists (select from ${devices} where last_seen_at < now() - interval '400 days'))`
}

/** Somebody has been asked and not answered, or agreed so long ago that a rule may want them asked. */
export function anyConsentToAsk(now: Temporal.Instant): SQL {
  const yearAgo = now.toZonedDateTimeISO("UTC").subtract({ years: 1 }).toInstant()
  return sql`(exists (select from ${consentAsks} where closed_at is null) or exists (
    select from ${consents} where purpose in ('marketing-mail', 'marketing-sms', 'marketing-kakao', 'night')
      and at <= ${yearAgo.toString()}::timestamptz))`
}
