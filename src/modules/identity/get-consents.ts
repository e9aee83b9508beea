import { desc, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { consents } from "./sign-in-tables.ts"

export interface FreeConsents {
  readonly marketingMail: boolean
  readonly marketingSms: boolean
  readonly marketingKakao: boolean
  readonly night: boolean
}

/** What may be sent now: the newest fact of each purpose; where there is none, nothing may. */
export async function getConsents(ctx: Context, personId: string): Promise<FreeConsents> {
  const facts = await ctx.db
    .selectDistinctOn([consents.purpose], { purpose: consents.purpose, isGiven: consents.isGiven })
    .from(consents)
    .where(eq(consents.personId, personId))
    .orderBy(consents.purpose, desc(consents.number))
  const given = new Set(facts.filter((fact) => fact.isGiven).map((fact) => fact.purpose))
  return {
    marketingMail: given.has("marketing-mail"),
    marketingSms: given.has("marketing-sms"),
    marketingKakao: given.has("marketing-kakao"),
    night: given.has("night"),
  }
}
