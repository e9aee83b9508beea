import type { JWTPayload } from "jose"
import type { Context } from "#kit/context.ts"
import { oauthRefusals } from "./errors.ts"
import { findClient } from "./find-client.ts"
import { findIssuer } from "./find-issuer.ts"
import type { LogoutRequest } from "./request-seal.ts"
import { verifyToken } from "./verify-token.ts"

export interface ReceivedLogout extends LogoutRequest {
  /** The program showed a token of this very session: then nobody has to be asked. */
  readonly isShown: boolean
}

/**
 * Without a token of ours anybody's page could sign people out, so then the person is asked. Where they go afterwards
 * is an address that the program has registered, or nowhere.
 */
export async function receiveLogout(
  ctx: Context,
  params: URLSearchParams,
  sessionId: string | undefined,
): Promise<ReceivedLogout> {
  const hint = params.get("id_token_hint")
  const token = hint
    ? await verifyToken(ctx, hint, { kind: "JWT", issuer: await findIssuer(ctx), forgivenDays: 365 })
    : undefined
  const clientId = clientOf(token, params.get("client_id"))
  const client = clientId === undefined ? undefined : await findClient(ctx, clientId)
  const isShown = token !== undefined && sessionId !== undefined && token["sid"] === sessionId
  const address = params.get("post_logout_redirect_uri")
  if (address === null) return { clientName: client?.name ?? null, redirectTo: null, isShown }
  if (!client?.postLogoutRedirectUris.includes(address)) {
    return oauthRefusals.refuse("oauth.redirect_unknown", {}, { because: address })
  }
  return { clientName: client.name, redirectTo: withState(address, params.get("state")), isShown }
}

function clientOf(token: JWTPayload | undefined, named: string | null): string | undefined {
  const shown = typeof token?.aud === "string" ? token.aud : undefined
  if (shown !== undefined && named !== null && shown !== named) {
    return oauthRefusals.refuse("oauth.client_unknown", {}, { because: "the token is another client's" })
  }
  return shown ?? named ?? undefined
}

function withState(address: string, state: string | null): string {
  if (state === null) return address
  const url = new URL(address)
  url.searchParams.set("state", state)
  return url.toString()
}
