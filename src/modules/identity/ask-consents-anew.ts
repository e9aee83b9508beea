import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { factOf, freePurposes } from "./consent.ts"
import { consentsChanged } from "./events.ts"
import { getConsents } from "./get-consents.ts"
import { consents } from "./sign-in-tables.ts"

const MOST_AT_ONCE = 500

/**
 * Korea's network act, article 50(8): every two years whoever agreed is told that they did, and may change it. The fact
 * is written anew with today's date, so that the next two years begin; who answers nothing has not taken it back.
 */
export async function askConsentsAnew(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const due = now.toZonedDateTimeISO("UTC").subtract({ years: 2 }).toInstant()
  const found = await ctx.db.execute<{ person_id: string }>(sql`
    select distinct person_id from (
      select distinct on (person_id, purpose) person_id, is_given, at from ${consents}
      where purpose in ('marketing-mail', 'marketing-sms', 'night')
      order by person_id, purpose, at desc, id desc) as newest
    where is_given and at <= ${due.toString()}::timestamptz
    order by person_id limit ${MOST_AT_ONCE}`)
  for (const { person_id: personId } of found.rows) {
    const held = await getConsents(ctx, personId)
    const given = {
      "marketing-mail": held.marketingMail,
      "marketing-sms": held.marketingSms,
      night: held.night,
    }
    const facts = freePurposes.filter((purpose) => given[purpose]).map((purpose) => factOf(purpose, true))
    await ctx.db
      .insert(consents)
      .values(facts.map((fact) => ({ id: ctx.newId("con"), personId, ...fact, at: now })))
    await announce(ctx, consentsChanged, { personId, at: now.toString(), ...held })
  }
}
