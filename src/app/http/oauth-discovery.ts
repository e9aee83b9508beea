import type { Context } from "#kit/context.ts"
import { findIssuer, scopes } from "#oauth"

const CLAIMS =
  "iss sub aud exp iat auth_time nonce at_hash sid name locale updated_at email email_verified accounts staff_role"

/** What a program needs to know to sign people in here (OpenID Connect Discovery; RFC 8414). */
export async function describeIssuer(ctx: Context): Promise<Response> {
  const issuer = await findIssuer(ctx)
  const methods = ["client_secret_basic", "client_secret_post"]
  const body = {
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    userinfo_endpoint: `${issuer}/oauth/userinfo`,
    jwks_uri: `${issuer}/oauth/jwks`,
    revocation_endpoint: `${issuer}/oauth/revoke`,
    introspection_endpoint: `${issuer}/oauth/introspect`,
    end_session_endpoint: `${issuer}/oauth/logout`,
    scopes_supported: [...scopes],
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: [...methods, "none"],
    revocation_endpoint_auth_methods_supported: [...methods, "none"],
    introspection_endpoint_auth_methods_supported: methods,
    code_challenge_methods_supported: ["S256"],
    prompt_values_supported: ["none", "login", "consent", "select_account"],
    claims_supported: CLAIMS.split(" "),
    ui_locales_supported: ["en", "ko"],
    authorization_response_iss_parameter_supported: true,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    claims_parameter_supported: false,
  }
  return Response.json(body, { headers: { "cache-control": "public, max-age=300" } })
}
