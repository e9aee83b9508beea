import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, errors as joseErrors, jwtVerify } from "jose"
import {
  askHouse,
  type House,
  type HouseDoors,
  optionalText,
  readAnswer,
  readText,
  refuseAnswer,
  withQuery,
} from "../house.ts"

/** Google, and whoever else speaks OpenID Connect: what it can do stands in its own discovery document. */
export const openidHouse: House = {
  authorizeUrl: async (doors, departing) => {
    const { authorization } = await discover(doors)
    return withQuery(authorization, {
      response_type: "code",
      client_id: doors.clientId,
      redirect_uri: departing.redirectUri,
      scope: "openid email profile",
      state: departing.state,
      nonce: departing.nonce,
      code_challenge: departing.codeChallenge,
      code_challenge_method: "S256",
      ...(departing.isProof ? { prompt: "login", max_age: "0" } : {}),
    })
  },
  identify: async (doors, arriving) => {
    const { token, keys } = await discover(doors)
    const answer = await askHouse(doors, token, {
      method: "POST",
      form: {
        grant_type: "authorization_code",
        code: arriving.code,
        redirect_uri: arriving.redirectUri,
        code_verifier: arriving.codeVerifier,
        client_id: doors.clientId,
        client_secret: doors.clientSecret,
      },
    })
    const claims = await verify(doors, readText(readAnswer(answer, "token"), "id_token"), keys)
    if (claims["nonce"] !== arriving.nonce) return refuseAnswer("the id token has another nonce")
    // Meant for several, it says for whom it was made (OpenID Connect Core 3.1.3.7).
    if (Array.isArray(claims.aud) && claims.aud.length > 1 && claims["azp"] !== doors.clientId) {
      return refuseAnswer("the id token was made for another program")
    }
    return {
      subject: claims.sub ?? refuseAnswer("no sub"),
      email: optionalText(claims["email"]),
      // Some send it as text; only a plain yes counts.
      isEmailVerified: claims["email_verified"] === true || claims["email_verified"] === "true",
      name: optionalText(claims["name"]),
      authenticatedAt: typeof claims["auth_time"] === "number" ? claims["auth_time"] : null,
    }
  },
}

async function discover(doors: HouseDoors) {
  const issuer = doors.baseUrl.replace(/\/$/, "")
  const answer = await askHouse(doors, `${issuer}/.well-known/openid-configuration`, { method: "GET" })
  const found = readAnswer(answer, "discovery")
  // A document that names another issuer is somebody else's.
  if (readText(found, "issuer").replace(/\/$/, "") !== issuer) return refuseAnswer("another issuer")
  return {
    authorization: readPage(doors, readText(found, "authorization_endpoint")),
    token: readText(found, "token_endpoint"),
    keys: readText(found, "jwks_uri"),
  }
}

/** People are sent there: to nothing but a page that nobody can listen in on. */
function readPage({ allowPrivate }: HouseDoors, address: string): string {
  const protocol = URL.canParse(address) ? new URL(address).protocol : ""
  const isFine = protocol === "https:" || (allowPrivate && protocol === "http:")
  return isFine ? address : refuseAnswer("its page to sign in on is not https")
}

async function verify(doors: HouseDoors, token: string, keysAddress: string): Promise<JWTPayload> {
  const keys = readAnswer(await askHouse(doors, keysAddress, { method: "GET" }), "keys")
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys as unknown as JSONWebKeySet), {
      issuer: [doors.baseUrl.replace(/\/$/, ""), `${doors.baseUrl.replace(/\/$/, "")}/`],
      audience: doors.clientId,
      algorithms: ["RS256", "PS256", "ES256", "EdDSA"],
      requiredClaims: ["sub", "exp", "iat"],
    })
    return payload
  } catch (error) {
    if (error instanceof joseErrors.JOSEError) return refuseAnswer(`the id token: ${error.message}`)
    throw error
  }
}
