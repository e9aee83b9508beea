import { and, eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { hashSecret, makeSecret } from "./client.ts"
import type { LoadedAuthorization } from "./load-authorization.ts"
import { codes, grants } from "./tables.ts"
import { CODE_SECONDS } from "./token.ts"

/** For whoever planAuthorization said "ready" about. Only its hash is kept. */
export async function issueCode(ctx: Context, loaded: LoadedAuthorization): Promise<string> {
  const { request, session, sessionId } = loaded
  if (!session || !sessionId) throw new Error("A code is issued to somebody.")
  const code = makeSecret()
  await ctx.db.insert(codes).values({
    id: ctx.newId("ocd"),
    hash: hashSecret(code),
    clientId: request.clientId,
    personId: session.personId,
    sessionId,
    redirectUri: request.redirectUri,
    scopes: request.scopes,
    nonce: request.nonce ?? null,
    codeChallenge: request.codeChallenge,
    authenticatedAt: Temporal.Instant.fromEpochMilliseconds(session.authenticatedAt),
    expiresAt: sql`now() + make_interval(secs => ${CODE_SECONDS})` as never,
  })
  const own = and(eq(grants.personId, session.personId), eq(grants.clientId, request.clientId))
  await ctx.db.update(grants).set({ lastUsedAt: sql`now()` }).where(own)
  return code
}
