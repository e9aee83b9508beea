import { desc, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { consents } from "./sign-in-tables.ts"

export type ConsentRow = typeof consents.$inferSelect

/** Nobody changes their mind more often than this within what is kept. */
const MOST_FACTS = 200

/** Everything ever said about consents, newest first. */
export async function listConsentFacts(ctx: Context, personId: string): Promise<ConsentRow[]> {
  return ctx.db
    .select()
    .from(consents)
    .where(eq(consents.personId, personId))
    .orderBy(desc(consents.number))
    .limit(MOST_FACTS)
}
