import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose"
import { describe, expect, it } from "vitest"
import { createTestOutside, serve } from "#kit/outside/testing.ts"
import { openidHouse } from "./openid.ts"

const clientId = "shop"
const arriving = {
  code: "c",
  state: "s",
  redirectUri: "https://shop.test/return",
  nonce: "n",
  codeVerifier: "v",
}

/** A directory that issues whatever ID token it is told to. */
async function openDirectory(makeToken: (issuer: string, keys: Keys) => Promise<string>, issuer?: string) {
  const keys = await generateKeyPair("RS256")
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "k", alg: "RS256", use: "sig" }
  const server = await serve((response, { url }) => {
    const answer = (body: object) =>
      response.setHeader("content-type", "application/json").end(JSON.stringify(body))
    if (url.startsWith("/keys")) answer({ keys: [jwk] })
    else if (url.startsWith("/token")) {
      void makeToken(server.url, keys).then((token) => answer({ access_token: "a", id_token: token }))
    } else {
      answer({
        issuer: issuer ?? server.url,
        authorization_endpoint: `${server.url}/authorize`,
        token_endpoint: `${server.url}/token`,
        jwks_uri: `${server.url}/keys`,
      })
    }
  })
  const { outside } = createTestOutside()
  const doors = {
    kind: "oidc" as const,
    clientId,
    clientSecret: "secret",
    baseUrl: server.url,
    apiUrl: server.url,
    outside,
    allowPrivate: true,
  }
  return {
    identify: () => openidHouse.identify(doors, arriving),
    [Symbol.asyncDispose]: async () => {
      await outside.close()
      await server.close()
    },
  }
}

type Keys = Awaited<ReturnType<typeof generateKeyPair>>

const claims = { sub: "42", nonce: "n", email: "a@b.test", email_verified: true }

function sign(issuer: string, keys: Keys, over: JWTPayload = {}): Promise<string> {
  return new SignJWT({ ...claims, iss: issuer, aud: clientId, ...over })
    .setProtectedHeader({ alg: "RS256", kid: "k" })
    .setIssuedAt()
    .setExpirationTime("5 minutes")
    .sign(keys.privateKey)
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")
const later = 4_102_444_800

describe("an ID token", () => {
  it("of the house, for this shop and this departure, says who somebody is", async () => {
    await using directory = await openDirectory((issuer, keys) => sign(issuer, keys, { auth_time: 7 }))
    expect(await directory.identify()).toMatchObject({
      subject: "42",
      isEmailVerified: true,
      authenticatedAt: 7,
    })
  })

  it.each<[string, (issuer: string, keys: Keys) => Promise<string>]>([
    ["for another departure", (issuer, keys) => sign(issuer, keys, { nonce: "of somebody else" })],
    ["for another program", (issuer, keys) => sign(issuer, keys, { aud: "wiki" })],
    ["of another house", (_, keys) => sign("https://evil.test", keys)],
    [
      "for two, made for the other",
      (issuer, keys) => sign(issuer, keys, { aud: [clientId, "wiki"], azp: "wiki" }),
    ],
    ["by a key that is not the house's", async (issuer) => sign(issuer, await generateKeyPair("RS256"))],
    [
      "that nobody signed",
      async (issuer) =>
        `${part({ alg: "none" })}.${part({ ...claims, iss: issuer, aud: clientId, iat: 0, exp: later })}.`,
    ],
    [
      "signed with the shop's secret, which others may know",
      (issuer) =>
        new SignJWT({ ...claims, iss: issuer, aud: clientId })
          .setProtectedHeader({ alg: "HS256" })
          .setIssuedAt()
          .setExpirationTime("5 minutes")
          .sign(new TextEncoder().encode("secret".repeat(8))),
    ],
    [
      "that is over",
      (issuer, keys) =>
        new SignJWT({ ...claims, iss: issuer, aud: clientId })
          .setProtectedHeader({ alg: "RS256", kid: "k" })
          .setIssuedAt(0)
          .setExpirationTime(1)
          .sign(keys.privateKey),
    ],
  ])("%s is refused", async (_, makeToken) => {
    await using directory = await openDirectory(makeToken)
    await expect(directory.identify()).rejects.toMatchObject({ code: "federation.no_answer" })
  })

  it("is not even asked for where the document names another house", async () => {
    await using directory = await openDirectory((issuer, keys) => sign(issuer, keys), "https://evil.test")
    await expect(directory.identify()).rejects.toMatchObject({ code: "federation.no_answer" })
  })
})
