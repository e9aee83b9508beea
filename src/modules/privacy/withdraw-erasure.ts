import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { getPerson } from "#identity"
import type { Context } from "#kit/context.ts"
import { canMove } from "./erasure.ts"
import { privacyRefusals } from "./errors.ts"
import { findOpenErasure } from "./find-open-erasure.ts"
import { erasures } from "./tables.ts"

/** The wish is taken back; what was under way before the first step of the deed can be stopped, later nothing can. */
export async function withdrawErasure(ctx: Context, personId: string): Promise<void> {
  await getPerson(ctx, personId)
  const row = await findOpenErasure(ctx, personId)
  if (!row) return privacyRefusals.refuse("privacy.erasure_missing", { personId })
  if (!canMove(row.state, "withdrawn")) privacyRefusals.refuse("privacy.erasure_begun", { id: row.id })
  await ctx.db
    .update(erasures)
    .set({ state: "withdrawn", withdrawnAt: ctx.clock.now() })
    .where(eq(erasures.id, row.id))
  await recordAudit(ctx, {
    act: "privacy.erasure-withdrawn",
    subjectId: personId,
    before: { state: row.state },
    after: { state: "withdrawn" },
  })
}
