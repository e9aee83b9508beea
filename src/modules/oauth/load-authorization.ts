import { and, eq } from "drizzle-orm"
import { findSessionStanding } from "#identity"
import { barredBy, type Context, impersonatorOf } from "#kit/context.ts"
import type { AuthorizationRequest } from "./authorization-request.ts"
import type { AuthorizationFacts } from "./plan-authorization.ts"
import { grants } from "./tables.ts"

export interface LoadedAuthorization extends AuthorizationFacts {
  readonly sessionId: string | undefined
}

/** What the next step depends on. Staff who act as a customer are nobody here: they must not take that name outside. */
export async function loadAuthorization(
  ctx: Context,
  request: AuthorizationRequest,
): Promise<LoadedAuthorization> {
  const session = await findOwnSession(ctx)
  const isBarred = barredBy(ctx.actor) !== undefined
  if (!session) return { request, isBarred, session: undefined, sessionId: undefined, grant: undefined }
  const [grant] = await ctx.db
    .select()
    .from(grants)
    .where(and(eq(grants.personId, session.personId), eq(grants.clientId, request.clientId)))
    .limit(1)
  return {
    request,
    isBarred,
    session,
    sessionId: session.id,
    grant: grant && { scopes: grant.scopes, givenAt: grant.givenAt.epochMilliseconds },
  }
}

async function findOwnSession(ctx: Context) {
  const { actor } = ctx
  const session = "session" in actor ? actor.session : undefined
  if (!session || !("personId" in actor) || impersonatorOf(actor) !== null) return undefined
  const standing = await findSessionStanding(ctx, session.id)
  if (!standing) return undefined
  return {
    id: session.id,
    personId: actor.personId,
    authenticatedAt: standing.provedAt.epochMilliseconds,
  }
}
