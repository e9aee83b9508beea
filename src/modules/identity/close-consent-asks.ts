import { and, eq, isNull, lte } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { factOf, freePurposes } from "./consent.ts"
import { consentsChanged } from "./events.ts"
import { getConsentRule } from "./get-consent-rule.ts"
import { type FreeConsents, getConsents } from "./get-consents.ts"
import { consentAsks, consents } from "./sign-in-tables.ts"

const MOST_AT_ONCE = 500

/** Nobody answered in time: as the rule says, what held goes on for two more years, or counts as taken back. */
export async function closeConsentAsks(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const over = await ctx.db
    .select()
    .from(consentAsks)
    .where(and(isNull(consentAsks.closedAt), lte(consentAsks.answerBy, now)))
    .orderBy(consentAsks.answerBy)
    .limit(MOST_AT_ONCE)
  if (over.length === 0) return
  const { unanswered } = await getConsentRule(ctx)
  for (const { id, personId } of over) {
    const held = await getConsents(ctx, personId)
    const isKept = unanswered === "kept"
    const facts = listGiven(held).map((purpose) =>
      factOf(purpose, isKept, isKept ? "asked-anew" : "unanswered"),
    )
    if (facts.length > 0) {
      await ctx.db
        .insert(consents)
        .values(facts.map((fact) => ({ id: ctx.newId("con"), personId, ...fact, at: now })))
    }
    await ctx.db.update(consentAsks).set({ closedAt: now }).where(eq(consentAsks.id, id))
    if (!isKept && facts.length > 0) {
      await announce(ctx, consentsChanged, { personId, at: now.toString(), ...NOTHING })
    }
  }
}

const NOTHING: FreeConsents = {
  marketingMail: false,
  marketingSms: false,
  marketingKakao: false,
  night: false,
}

function listGiven(held: FreeConsents) {
  const given = {
    "marketing-mail": held.marketingMail,
    "marketing-sms": held.marketingSms,
    "marketing-kakao": held.marketingKakao,
    night: held.night,
  }
  return freePurposes.filter((purpose) => given[purpose])
}
