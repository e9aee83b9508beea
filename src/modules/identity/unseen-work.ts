import { type SQL, sql } from "drizzle-orm"
import { isInWindow } from "#kit/sweeps/is-in-window.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { consentAsks, consents, devices, guards, links, signIns, signUps } from "./sign-in-tables.ts"
import { people, sessions, verifications } from "./tables.ts"

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

/** Somebody who was forgotten may have left facts about consents. */
export function anyConsentOld(window: ForgetWindow): SQL {
  return sql`exists (select from ${people} where ${isInWindow(sql`erased_at`, window)})`
}

export function anySignInOld(window: ForgetWindow): SQL {
  return sql`exists (select from ${signIns} where ${isInWindow(sql`at`, window)})`
}

export function anySignUpOld(window: ForgetWindow): SQL {
  return sql`exists (select from ${signUps}
    where (account_id is null or done_at is not null) and ${isInWindow(sql`created_at`, window)})`
}
