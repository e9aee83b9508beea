import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose"
import * as openid from "openid-client"
import { describe, expect, it } from "vitest"
import type { Company } from "../testing/company.ts"
import { begin, follow, openProgram, signedIn, signInTo } from "../testing/oauth-program.ts"
import { testCompany } from "../testing/test-company.ts"

const openCompany = () => testCompany({ player: { kind: "memory", seed: 1 } })

describe("a program signs people in here", { timeout: 60_000 }, () => {
  it("gets a code for PKCE, tokens for the code, and what the person allowed it to know", async () => {
    await using company = await openCompany()
    await using program = await openProgram(company)
    const shopper = await company.customer()
    const browser = await signedIn(company, shopper)
    const { tokens, callback } = await signInTo(company, program, browser)
    expect(callback.searchParams.get("iss")).toBe(company.url)
    expect(tokens.claims()).toMatchObject({ iss: company.url, sub: shopper.personId, email: shopper.email })
    const info = await openid.fetchUserInfo(program.config, tokens.access_token, shopper.personId)
    expect(info).toEqual({
      sub: shopper.personId,
      name: "Demo Shopper",
      locale: "en",
      updated_at: expect.any(Number),
      email: shopper.email,
      email_verified: expect.any(Boolean),
      accounts: [{ id: shopper.accountId, name: "Demo Shopper", role: "owner" }],
      staff_role: null,
    })
  })

  it("is remembered: asked again only for more, or when it wants the page", async () => {
    await using company = await openCompany()
    await using program = await openProgram(company)
    const browser = await signedIn(company)
    await signInTo(company, program, browser, { scope: "openid" })
    const again = await follow(company, browser, (await begin(program, { scope: "openid" })).url)
    expect(again).toContain("code=")
    const more = await follow(company, browser, (await begin(program, { scope: "openid email" })).url)
    expect(more).toMatch(/^\/sign-in\/allow\?/)
    const asked = await follow(
      company,
      browser,
      (await begin(program, { scope: "openid", prompt: "consent" })).url,
    )
    expect(asked).toMatch(/^\/sign-in\/allow\?/)
    const silent = await follow(
      company,
      browser,
      (await begin(program, { scope: "email openid", prompt: "none" })).url,
    )
    expect(silent).toContain("error=consent_required")
  })

  it("refreshes its tokens, each refresh token once", async () => {
    await using company = await openCompany()
    await using program = await openProgram(company)
    const { tokens } = await signInTo(company, program, await signedIn(company))
    const fresh = await openid.refreshTokenGrant(program.config, tokens.refresh_token ?? "")
    expect(fresh.refresh_token).not.toBe(tokens.refresh_token)
    expect(fresh.claims()?.sub).toBe(tokens.claims()?.sub)
    await openid.fetchUserInfo(program.config, fresh.access_token, fresh.claims()?.sub ?? "")
  })

  it("asks what a token is worth, and gives it back", async () => {
    await using company = await openCompany()
    await using program = await openProgram(company)
    const { tokens } = await signInTo(company, program, await signedIn(company))
    const { access_token: access, refresh_token: refresh = "" } = tokens
    expect(await openid.tokenIntrospection(program.config, access)).toMatchObject({ active: true })
    expect(await openid.tokenIntrospection(program.config, refresh)).toMatchObject({ active: true })
    await openid.tokenRevocation(program.config, refresh)
    expect(await openid.tokenIntrospection(program.config, access)).toEqual({ active: false })
    await expect(openid.refreshTokenGrant(program.config, refresh)).rejects.toThrow()
  })

  it("sends somebody who is not signed in to the sign-in, and asks for a proof when it wants one", async () => {
    await using company = await openCompany()
    await using program = await openProgram(company)
    const stranger = { cookies: new Map() } as never
    const silent = await follow(company, stranger, (await begin(program, { prompt: "none" })).url)
    expect(silent).toContain("error=login_required")
    const browser = await signedIn(company)
    const first = await follow(company, browser, (await begin(program, { prompt: "login" })).url)
    expect(await standing(browser, first)).toBe("prove")
    const aged = await follow(company, browser, (await begin(program, { max_age: "100000" })).url)
    expect(await standing(browser, aged)).toBe("consent")
  })

  it("works for an app without a secret", async () => {
    await using company = await openCompany()
    await using program = await openProgram(company, { kind: "public" })
    const { tokens } = await signInTo(company, program, await signedIn(company))
    expect(tokens.claims()?.aud).toBe(program.clientId)
  })
})

describe("signing out", { timeout: 60_000 }, () => {
  it("by the program that shows its token happens at once, and leads back to it", async () => {
    await using company = await openCompany()
    await using program = await openProgram(company)
    const browser = await signedIn(company)
    const { tokens } = await signInTo(company, program, browser)
    const url = openid.buildEndSessionUrl(program.config, {
      id_token_hint: tokens.id_token ?? "",
      post_logout_redirect_uri: program.redirectUri.replace("callback", "bye"),
      state: "s1",
    })
    expect(await follow(company, browser, url)).toMatch(/\/bye\?state=s1$/)
    expect(await browser.role()).toBe("visitor")
  })

  it("without a token only asks", async () => {
    await using company = await openCompany()
    await using program = await openProgram(company)
    const browser = await signedIn(company)
    await signInTo(company, program, browser)
    const asked = await follow(company, browser, `/oauth/logout?client_id=${program.clientId}`)
    expect(asked).toMatch(/^\/sign-out\/ask\?asked=/)
    expect(await browser.role()).toBe("customer")
  })

  it("here tells the program by a signed token, until it answers", async () => {
    await using company = await openCompany()
    await using program = await openProgram(company)
    const browser = await signedIn(company)
    const { tokens } = await signInTo(company, program, browser, { scope: "openid email" })
    program.answerLogoutsWith(503)
    await browser.send("POST", "/api/auth/sign-out", {})
    await company.settle({ within: { seconds: 0 } })
    program.answerLogoutsWith(200)
    await company.settle({ within: { hours: 1 } })
    expect(program.told.length).toBeGreaterThanOrEqual(2)
    const claims = await readLogout(company, program.told.at(-1) ?? "", program.clientId)
    expect(claims).toMatchObject({ sid: tokens.claims()?.["sid"], sub: tokens.claims()?.sub })
    expect(claims["events"]).toEqual({ "http://schemas.openid.net/event/backchannel-logout": {} })
    expect(claims["nonce"]).toBeUndefined()
    const after = company.request("/oauth/userinfo", {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    })
    expect((await after).status).toBe(401)
  })

  it("leaves alone what was allowed without the person's presence, until the password changes", async () => {
    await using company = await openCompany()
    await using program = await openProgram(company)
    const shopper = await company.customer()
    const browser = await signedIn(company, shopper)
    const { tokens } = await signInTo(company, program, browser)
    await browser.send("POST", "/api/auth/sign-out", {})
    await company.settle({ within: { seconds: 0 } })
    const fresh = await openid.refreshTokenGrant(program.config, tokens.refresh_token ?? "")
    const other = await signedIn(company, shopper)
    await other.send("POST", "/api/auth/change-password", { password: "another password altogether" })
    await company.settle({ within: { seconds: 0 } })
    await expect(openid.refreshTokenGrant(program.config, fresh.refresh_token ?? "")).rejects.toThrow()
  })
})

describe("the keys", { timeout: 60_000 }, () => {
  it("change with both published, and what the old one signed stays good", async () => {
    await using company = await openCompany()
    await using program = await openProgram(company)
    const browser = await signedIn(company)
    const before = await signInTo(company, program, browser)
    await company.operator.api.oauth.keys.rotate()
    const after = await signInTo(company, program, browser)
    const keys = createRemoteJWKSet(new URL(`${company.url}/oauth/jwks`))
    for (const { tokens } of [before, after]) await jwtVerify(tokens.id_token ?? "", keys)
    const { keys: published } = (await (await company.request("/oauth/jwks")).json()) as { keys: object[] }
    expect(published).toHaveLength(2)
    expect(JSON.stringify(published)).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
    const { access_token: old } = before.tokens
    await openid.fetchUserInfo(program.config, old, decodeJwt(old).sub ?? "")
  })
})

async function standing(browser: { get(path: string): Promise<{ body: object }> }, location: string) {
  const asked = new URLSearchParams(location.split("?")[1]).get("asked") ?? ""
  const { body } = await browser.get(`/api/v1/oauth/requests/look?${new URLSearchParams({ asked })}`)
  return (body as { standing?: string }).standing
}

async function readLogout(company: Company, token: string, audience: string) {
  const keys = createRemoteJWKSet(new URL(`${company.url}/oauth/jwks`))
  const { payload } = await jwtVerify(token, keys, { issuer: company.url, audience, typ: "logout+jwt" })
  return payload
}
