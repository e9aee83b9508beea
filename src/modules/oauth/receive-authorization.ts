import type { Context } from "#kit/context.ts"
import { readWallTime } from "#kit/wall-time.ts"
import {
  type AuthorizationProblem,
  type AuthorizationRequest,
  readAuthorizationRequest,
} from "./authorization-request.ts"
import { oauthRefusals } from "./errors.ts"
import { findClient } from "./find-client.ts"
import { findIssuer } from "./find-issuer.ts"
import { verifyToken } from "./verify-token.ts"

export type ReceivedAuthorization =
  | { readonly request: AuthorizationRequest }
  | { readonly problem: AuthorizationProblem; readonly redirectUri: string; readonly state: string | null }

/** Refuses, and sends nobody anywhere, until the program and its address are known: no open redirect. */
export async function receiveAuthorization(
  ctx: Context,
  params: URLSearchParams,
): Promise<ReceivedAuthorization> {
  const [clientId, redirectUri] = [params.getAll("client_id"), params.getAll("redirect_uri")]
  const client = clientId.length === 1 ? await findClient(ctx, clientId[0] ?? "") : undefined
  if (!client) return oauthRefusals.refuse("oauth.client_unknown", {}, { because: clientId.join(" ") })
  const [address = ""] = redirectUri
  if (redirectUri.length !== 1 || !client.redirectUris.includes(address)) {
    return oauthRefusals.refuse("oauth.redirect_unknown", { client: client.id }, { because: address })
  }
  const read = readAuthorizationRequest(params, client)
  if ("error" in read) return { problem: read, redirectUri: address, state: params.get("state") }
  const hint = params.get("id_token_hint")
  const hinted = hint ? await verifyToken(ctx, hint, await hintCheck(ctx)) : undefined
  const askedAt = (await readWallTime(ctx)).epochMilliseconds
  return {
    request: {
      ...read,
      redirectUri: address,
      askedAt,
      ...(hinted?.sub ? { hintedPersonId: hinted.sub } : {}),
    },
  }
}

async function hintCheck(ctx: Context) {
  return { kind: "JWT", issuer: await findIssuer(ctx), forgivenDays: 365 } as const
}
