import { eq, sql } from "drizzle-orm"
import { requestRefusals } from "#kit/serve/errors.ts"
import { requireOwnSession } from "./require-own-session.ts"
import { actAt, type SignInDeps, type SignInSite } from "./sign-in-house.ts"
import { staffRefusals } from "./staff-errors.ts"
import { sessions } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** A house they are connected with has just said again who they are; somebody else's word is none. */
export async function proveAs(deps: SignInDeps, site: SignInSite, personId: string): Promise<void> {
  const session = await requireOwnSession(deps, site)
  if (session.personId !== personId) requestRefusals.refuse("request.not_allowed")
  if (session.needsMore) staffRefusals.refuse("identity.second_factor_unshown")
  await actAt(deps, site, async (ctx) => {
    await ctx.db.update(sessions).set({ provedAt: sql`now()` }).where(eq(sessions.id, session.id))
    await tellSessionNews(ctx, personId)
  })
}
