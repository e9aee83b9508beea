import { desc, lte } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { consentVersions, type TextVersions } from "./consent.ts"
import { consentTexts } from "./sign-in-tables.ts"

/** Which version of each text counts now. */
export async function findTextVersions(ctx: Context): Promise<TextVersions> {
  const rows = await ctx.db
    .selectDistinctOn([consentTexts.purpose], {
      purpose: consentTexts.purpose,
      version: consentTexts.version,
    })
    .from(consentTexts)
    .where(lte(consentTexts.inForceFrom, ctx.clock.now()))
    .orderBy(consentTexts.purpose, desc(consentTexts.version))
  const published = new Map(rows.map(({ purpose, version }) => [purpose, version]))
  return {
    terms: published.get("terms") ?? consentVersions.terms,
    privacy: published.get("privacy") ?? consentVersions.privacy,
  }
}
