import type { z } from "zod"
import { barredBy, type Context, impersonatorOf } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import type { requestShape } from "./contract.ts"
import { oauthRefusals } from "./errors.ts"
import { loadAuthorization } from "./load-authorization.ts"
import { planAuthorization } from "./plan-authorization.ts"
import { resumeAuthorization } from "./resume-authorization.ts"

/** For the page in between: who asks for what, and what has to come first. */
export async function lookAtRequest(
  ctx: Context,
  keyring: Keyring,
  asked: string,
): Promise<z.infer<typeof requestShape>> {
  if (impersonatorOf(ctx.actor) !== null) oauthRefusals.refuse("oauth.acting_as_customer")
  const barred = barredBy(ctx.actor)
  if (barred) throw barred
  const { request, client } = await resumeAuthorization(ctx, keyring, asked)
  const loaded = await loadAuthorization(ctx, request)
  const plan = planAuthorization(loaded)
  return {
    clientName: client.name,
    homeUrl: client.homeUrl,
    returnsTo: nameOf(request.redirectUri),
    scopes: [...request.scopes],
    known: request.scopes.filter((scope) => loaded.grant?.scopes.includes(scope)),
    // What the program has to be told is told where it is answered.
    standing: plan.step === "error" || plan.step === "barred" ? "ready" : plan.step,
  }
}

/** "wiki.example.com"; an app's own scheme as it is. */
function nameOf(redirectUri: string): string {
  const { host, protocol } = new URL(redirectUri)
  return host || protocol.slice(0, -1)
}
