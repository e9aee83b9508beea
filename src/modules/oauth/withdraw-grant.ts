import { and, eq, isNull } from "drizzle-orm"
import { announceAct } from "#identity"
import type { Context } from "#kit/context.ts"
import { endFamilies } from "./end-families.ts"
import { oauthRefusals } from "./errors.ts"
import { startLogouts } from "./start-logouts.ts"
import { families, grants } from "./tables.ts"

/** The program is asked out as well: nothing it holds is good any more, and the next time it has to ask. */
export async function withdrawGrant(
  ctx: Context,
  wish: { readonly personId: string; readonly id: string },
): Promise<void> {
  const { personId, id } = wish
  const [gone] = await ctx.db
    .delete(grants)
    .where(and(eq(grants.id, id), eq(grants.personId, personId)))
    .returning({ clientId: grants.clientId, scopes: grants.scopes })
  if (!gone) return oauthRefusals.refuse("oauth.grant_missing", { id })
  const own = and(eq(families.personId, personId), eq(families.clientId, gone.clientId))
  const living = await ctx.db
    .selectDistinct({ id: families.sessionId })
    .from(families)
    .where(and(own, isNull(families.endedAt)))
    .limit(100)
  const sessionIds = living.map((one) => one.id)
  await startLogouts(ctx, { personId, sessionIds, clientId: gone.clientId })
  await endFamilies(ctx, { personId, clientId: gone.clientId }, "withdrawn")
  await announceAct(ctx, {
    act: "oauth.client-withdrawn",
    subjectId: gone.clientId,
    before: { scopes: gone.scopes },
  })
}
