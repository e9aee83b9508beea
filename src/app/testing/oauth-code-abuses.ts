import { randomBytes } from "node:crypto"
import { sql } from "drizzle-orm"
import * as openid from "openid-client"
import { type Abuse, codeFor, insist, refresh, refusedAs, userinfo } from "./oauth-abuse.ts"
import { allow, begin, exchange, openProgram, signedIn, signInTo } from "./oauth-program.ts"

/** Abuses of codes: what was given for the one exchange. */
export const codeAbuses: readonly Abuse[] = [
  {
    name: "a code is exchanged twice: refused, and what it gave ends",
    run: async (company) => {
      await using program = await openProgram(company)
      const done = await signInTo(company, program, await signedIn(company))
      const again = await exchange(company, program, done)
      insist(again.body["error"] === "invalid_grant", `The replay answered ${again.status}.`)
      insist((await userinfo(company, done.tokens.access_token)) === 401, "The first token still opens.")
      const refreshed = await refresh(company, program, done.tokens.refresh_token ?? "")
      insist(refreshed.body["error"] === "invalid_grant", "The refresh token still works.")
      return "invalid_grant; access and refresh tokens of the first exchange are worth nothing"
    },
  },
  {
    name: "a code is exchanged by two at the same moment",
    run: async (company) => {
      await using program = await openProgram(company)
      const got = await codeFor(company, program)
      const both = await Promise.all([exchange(company, program, got), exchange(company, program, got)])
      insist(both.filter(({ status }) => status === 200).length <= 1, "Both got tokens.")
      const tokens = both.find(({ status }) => status === 200)?.body["access_token"]
      insist((await userinfo(company, String(tokens))) === 401, "The first one's token still opens.")
      return "one is the replay, and both end with nothing"
    },
  },
  {
    name: "a code is brought after its minute",
    run: async (company) => {
      await using program = await openProgram(company)
      const got = await codeFor(company, program)
      await company.ground.inTenant(company.tenant, (ctx) =>
        ctx.db.execute(sql`update oauth.codes set expires_at = now() - interval '1 second'`),
      )
      return refusedAs(await exchange(company, program, got), "invalid_grant")
    },
  },
  {
    name: "a code is exchanged without its verifier, or with another",
    run: async (company) => {
      await using program = await openProgram(company)
      const got = await codeFor(company, program)
      const other = await exchange(company, program, got, {
        code_verifier: openid.randomPKCECodeVerifier(),
      })
      refusedAs(other, "invalid_grant")
      return refusedAs(await exchange(company, program, got, { code_verifier: "" }), "invalid_grant")
    },
  },
  {
    name: "a code is exchanged with another redirect_uri",
    run: async (company) => {
      await using program = await openProgram(company)
      const got = await codeFor(company, program)
      const other = { redirect_uri: `${program.redirectUri}?more=1` }
      return refusedAs(await exchange(company, program, got, other), "invalid_grant")
    },
  },
  {
    name: "a code of one program is brought by another (mix-up)",
    run: async (company) => {
      await using program = await openProgram(company)
      await using thief = await openProgram(company, { name: "Thief" })
      const got = await codeFor(company, program)
      insist(got.callback.searchParams.get("iss") === company.url, "The answer doesn't say who gives it.")
      const stolen = { client_id: thief.clientId, client_secret: thief.secret }
      refusedAs(await exchange(company, program, got, stolen), "invalid_grant")
      const wrongIssuer = new URL(got.callback)
      wrongIssuer.searchParams.set("iss", "https://evil.example")
      const checks = { pkceCodeVerifier: got.begun.codeVerifier, expectedState: got.begun.state }
      const mixed = await openid
        .authorizationCodeGrant(program.config, wrongIssuer, { ...checks, expectedNonce: got.begun.nonce })
        .then(
          () => false,
          () => true,
        )
      insist(mixed, "The program took an answer of another issuer.")
      return "invalid_grant; and the answer names its issuer, which openid-client checks"
    },
  },
  {
    name: "a code is exchanged with a wrong secret, or none",
    run: async (company) => {
      await using program = await openProgram(company)
      const got = await codeFor(company, program)
      const made = `hwcs_${randomBytes(32).toString("base64url")}`
      refusedAs(await exchange(company, program, got, { client_secret: made }), "invalid_client")
      return refusedAs(await exchange(company, program, got, { client_secret: "" }), "invalid_client")
    },
  },
  {
    name: "a code is exchanged after the person signed out",
    run: async (company) => {
      await using program = await openProgram(company)
      const browser = await signedIn(company)
      const begun = await begin(program)
      const callback = await allow(company, browser, begun)
      await browser.send("POST", "/api/auth/sign-out", {})
      return refusedAs(await exchange(company, program, { begun, callback }), "invalid_grant")
    },
  },
]
