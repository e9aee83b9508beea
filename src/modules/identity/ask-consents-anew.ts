import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { consentsAsked } from "./events.ts"
import { getConsentRule } from "./get-consent-rule.ts"
import { consentAsks, consents } from "./sign-in-tables.ts"
import { people } from "./tables.ts"

const MOST_AT_ONCE = 500

/**
 * Korea's network act, article 50(8): every two years whoever agreed is told that they did, and may change it. Who is
 * asked already is not asked twice; what silence means is the rule's (consent-rule.ts).
 */
export async function askConsentsAnew(ctx: Context): Promise<void> {
  const rule = await getConsentRule(ctx)
  const now = ctx.clock.now()
  const due = now.toZonedDateTimeISO("UTC").subtract({ years: rule.everyYears }).toInstant()
  const found = await ctx.db.execute<{ person_id: string }>(sql`
    select distinct person_id from (
      select distinct on (person_id, purpose) person_id, is_given, at from ${consents}
      where purpose in ('marketing-mail', 'marketing-sms', 'marketing-kakao', 'night')
      order by person_id, purpose, at desc, id desc) as newest
    where is_given and at <= ${due.toString()}::timestamptz
      and person_id not in (select person_id from ${consentAsks} where closed_at is null)
      and person_id not in (select id from ${people} where erased_at is not null)
    order by person_id limit ${MOST_AT_ONCE}`)
  for (const { person_id: personId } of found.rows) {
    const id = ctx.newId("ask")
    const answerBy = now.add({ hours: rule.answerDays * 24 })
    await ctx.db.insert(consentAsks).values({ id, personId, askedAt: now, answerBy })
    await announce(ctx, consentsAsked, { personId, askId: id })
  }
}
