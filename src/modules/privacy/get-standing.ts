import { desc, eq } from "drizzle-orm"
import type { z } from "zod"
import { getConsents, getPerson, listConsentFacts, listPendingTexts } from "#identity"
import type { Context } from "#kit/context.ts"
import type { standingShape } from "./contract.ts"
import { describeMeaning } from "./describe-meaning.ts"
import { GRACE_DAYS } from "./erasure.ts"
import { listObstacles } from "./list-obstacles.ts"
import type { PrivacyDoors } from "./means.ts"
import { erasures, exports } from "./tables.ts"
import { describeErasure, describeExport } from "./views.ts"

/** A few are enough for a page; the lists of staff have all of them. */
const MOST_SHOWN = 10

/** Everything the privacy page of one person shows, to themselves or to staff. */
export async function getStanding(
  ctx: Context,
  { holders }: Pick<PrivacyDoors, "holders">,
  personId: string,
): Promise<z.infer<typeof standingShape>> {
  const person = await getPerson(ctx, personId)
  const facts = await listConsentFacts(ctx, personId)
  const copies = await ctx.db
    .select()
    .from(exports)
    .where(eq(exports.personId, personId))
    .orderBy(desc(exports.createdAt), desc(exports.id))
    .limit(MOST_SHOWN)
  const wishes = await ctx.db
    .select()
    .from(erasures)
    .where(eq(erasures.personId, personId))
    .orderBy(desc(erasures.createdAt), desc(erasures.id))
    .limit(MOST_SHOWN)
  return {
    personId,
    name: person.name,
    email: person.email,
    consents: facts.map(({ purpose, isGiven, basis, version, place, at }) => ({
      purpose,
      isGiven,
      basis,
      version,
      place,
      at: at.toString(),
    })),
    held: await getConsents(ctx, personId),
    pending: await listPendingTexts(ctx, personId),
    exports: copies.map(describeExport),
    erasures: wishes.map(describeErasure),
    obstacles: await listObstacles(ctx, holders, personId),
    meaning: await describeMeaning(ctx, holders, ctx.language),
    graceDays: GRACE_DAYS,
  }
}
