import { sql } from "drizzle-orm"
import { announceAct, identityRefusals } from "#identity"
import { type Context, impersonatorOf } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { requestRefusals } from "#kit/serve/errors.ts"
import { oauthRefusals } from "./errors.ts"
import { loadAuthorization } from "./load-authorization.ts"
import { planAuthorization } from "./plan-authorization.ts"
import { resumeAuthorization } from "./resume-authorization.ts"
import { scopes } from "./scope.ts"
import { grants } from "./tables.ts"

/** Remembered for this person and client: they are asked again only for more, or when the program wants them to be. */
export async function allowRequest(ctx: Context, keyring: Keyring, asked: string): Promise<void> {
  const { request, client } = await resumeAuthorization(ctx, keyring, asked)
  const loaded = await loadAuthorization(ctx, request)
  const { session, grant } = loaded
  const plan = planAuthorization(loaded)
  if (impersonatorOf(ctx.actor) !== null) oauthRefusals.refuse("oauth.acting_as_customer")
  if (!session) return requestRefusals.refuse("request.sign_in_needed")
  if (plan.step === "prove") identityRefusals.refuse("identity.proof_needed")
  const allowed = scopes.filter((one) => request.scopes.includes(one) || grant?.scopes.includes(one))
  const row = { scopes: allowed, givenAt: sql`now()` as never }
  await ctx.db
    .insert(grants)
    .values({ id: ctx.newId("ogr"), personId: session.personId, clientId: client.id, ...row })
    .onConflictDoUpdate({ target: [grants.tenantId, grants.personId, grants.clientId], set: row })
  await announceAct(ctx, {
    act: "oauth.client-allowed",
    subjectId: client.id,
    before: grant ? { scopes: [...grant.scopes] } : null,
    after: { scopes: allowed },
  })
}
