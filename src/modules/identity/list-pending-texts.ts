import { desc, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type TextPurpose, textPurposes } from "./consent.ts"
import { findTextVersions } from "./find-text-versions.ts"
import { consents } from "./sign-in-tables.ts"

export interface PendingText {
  readonly purpose: TextPurpose
  readonly version: string
}

/** Texts that are in force in another version than this person last agreed to or was shown. */
export async function listPendingTexts(ctx: Context, personId: string): Promise<PendingText[]> {
  const facts = await ctx.db
    .selectDistinctOn([consents.purpose], { purpose: consents.purpose, version: consents.version })
    .from(consents)
    .where(eq(consents.personId, personId))
    .orderBy(consents.purpose, desc(consents.number))
  const known = new Map(facts.map(({ purpose, version }) => [purpose, version]))
  const inForce = await findTextVersions(ctx)
  return textPurposes
    .filter((purpose) => known.get(purpose) !== inForce[purpose])
    .map((purpose) => ({ purpose, version: inForce[purpose] }))
}
