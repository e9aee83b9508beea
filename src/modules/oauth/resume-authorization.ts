import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { readWallTime } from "#kit/wall-time.ts"
import type { AuthorizationRequest } from "./authorization-request.ts"
import { oauthRefusals } from "./errors.ts"
import { findClient } from "./find-client.ts"
import type { Client } from "./queries.ts"
import { openRequest } from "./request-seal.ts"
import { REQUEST_SECONDS } from "./token.ts"

/** The request as it was asked, if it is ours, of this shop, not too old, and its program still wants it so. */
export async function resumeAuthorization(
  ctx: Context,
  keyring: Keyring,
  asked: string,
): Promise<{ request: AuthorizationRequest; client: Client }> {
  const request = openRequest(keyring, ctx.tenant, asked)
  if (!request) return oauthRefusals.refuse("oauth.request_over", {}, { because: "its seal is not ours" })
  const now = (await readWallTime(ctx)).epochMilliseconds
  if (now - request.askedAt > REQUEST_SECONDS * 1_000) oauthRefusals.refuse("oauth.request_over")
  const client = await findClient(ctx, request.clientId)
  if (!client) return oauthRefusals.refuse("oauth.client_unknown")
  if (!client.redirectUris.includes(request.redirectUri)) oauthRefusals.refuse("oauth.redirect_unknown")
  return { request, client }
}
