import { createServer } from "node:http"
import * as openid from "openid-client"
import { findFreePort } from "#kit/testing/free-port.ts"
import { type ClientWish, createClient } from "#oauth"
import type { Company } from "./company.ts"
import type { Shopper } from "./company-shoppers.ts"
import { openTraveller, type Traveller } from "./traveller.ts"

/** A wiki, say, that uses the shop as its sign-in, by a library that knows nothing of us. */
export interface Program extends AsyncDisposable {
  readonly clientId: string
  readonly secret: string
  readonly redirectUri: string
  readonly config: openid.Configuration
  /** Logout tokens that came, newest last. */
  readonly told: string[]
  /** What it answers to a logout token: 200 unless changed. */
  answerLogoutsWith(status: number): void
}

export type ProgramWish = Partial<ClientWish>

export const ALL_SCOPES = ["openid", "profile", "email", "offline_access", "accounts"] as const

/** Registers it as staff would, and gives it a server of its own that hears of sign-outs. */
export async function openProgram(company: Company, wish: ProgramWish = {}): Promise<Program> {
  const told: string[] = []
  let status = 200
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString())
      told.push(form.get("logout_token") ?? "")
      response.writeHead(status).end()
    })
  })
  const port = await findFreePort()
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  const home = `http://127.0.0.1:${port}`
  const redirectUri = `${home}/callback`
  const wanted = {
    name: "Demo wiki",
    kind: "confidential" as const,
    redirectUris: [redirectUri],
    postLogoutRedirectUris: [`${home}/bye`],
    backchannelLogoutUri: `${home}/logged-out`,
    scopes: ALL_SCOPES,
    ...wish,
  }
  const { client, secret } = await company.ground.inTenant(company.tenant, (ctx) =>
    createClient(ctx, wanted, { allowPrivate: true }),
  )
  const config = await openid.discovery(new URL(company.url), client.id, secret ?? undefined, how(secret), {
    execute: [openid.allowInsecureRequests],
  })
  return {
    clientId: client.id,
    secret: secret ?? "",
    redirectUri,
    config,
    told,
    answerLogoutsWith: (next) => {
      status = next
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function how(secret: string | null): openid.ClientAuth {
  return secret === null ? openid.None() : openid.ClientSecretBasic(secret)
}

/** What a program keeps of one sign-in that it began. */
export interface Begun {
  readonly url: URL
  readonly codeVerifier: string
  readonly state: string
  readonly nonce: string
}

export async function begin(program: Program, params: Readonly<Record<string, string>> = {}): Promise<Begun> {
  const codeVerifier = openid.randomPKCECodeVerifier()
  const [state, nonce] = [openid.randomState(), openid.randomNonce()]
  const url = openid.buildAuthorizationUrl(program.config, {
    redirect_uri: program.redirectUri,
    scope: ALL_SCOPES.join(" "),
    code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
    state,
    nonce,
    ...params,
  })
  return { url, codeVerifier, state, nonce }
}

/** Where the shop sends a browser that comes to this address. */
export async function follow(company: Company, browser: Traveller, address: string | URL): Promise<string> {
  const url = new URL(address, company.url)
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
  const answer = await company.request(url.pathname + url.search, {
    headers: { "accept-language": "en", ...(cookie ? { cookie } : {}) },
  })
  for (const set of answer.headers.getSetCookie()) {
    if (/Max-Age=0/i.test(set)) browser.cookies.delete(set.slice(0, set.indexOf("=")))
  }
  return answer.headers.get("location") ?? `${answer.status} ${await answer.text()}`
}

/** The way of a person through the pages: asked, they allow it; and the address they come back to. */
export async function allow(company: Company, browser: Traveller, begun: Begun): Promise<URL> {
  const first = await follow(company, browser, begun.url)
  if (!first.startsWith("/sign-in/allow?")) return new URL(first)
  const asked = new URLSearchParams(first.split("?")[1]).get("asked") ?? ""
  const answered = await browser.send("PUT", "/api/v1/oauth/requests/allow", { asked })
  if (answered.status !== 200) throw new Error(`Allowing answered ${answered.status} ${answered.body.code}`)
  const resume = new URLSearchParams({ asked })
  return new URL(await follow(company, browser, `/oauth/authorize/resume?${resume}`))
}

export async function signedIn(company: Company, shopper?: Shopper): Promise<Traveller> {
  const browser = openTraveller(company)
  const { email, password } = shopper ?? (await company.customer())
  await browser.signIn(email, password)
  return browser
}

/** All of it: tokens in the program's hands, checked by its library. */
export async function signInTo(company: Company, program: Program, browser: Traveller, params = {}) {
  const begun = await begin(program, params)
  const callback = await allow(company, browser, begun)
  const tokens = await openid.authorizationCodeGrant(program.config, callback, {
    pkceCodeVerifier: begun.codeVerifier,
    expectedState: begun.state,
    expectedNonce: begun.nonce,
  })
  return { begun, callback, tokens }
}

export interface WireAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** A form to an endpoint, as an attacker writes one by hand. */
export async function post(
  company: Company,
  path: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<WireAnswer> {
  const answer = await company.request(path, {
    method: "POST",
    body: new URLSearchParams(form).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

/** The exchange of a code, with whatever an attacker changes about it. */
export function exchange(
  company: Company,
  program: Program,
  { callback, begun }: { readonly callback: URL; readonly begun: Begun },
  changed: Readonly<Record<string, string>> = {},
): Promise<WireAnswer> {
  return post(company, "/oauth/token", {
    grant_type: "authorization_code",
    client_id: program.clientId,
    client_secret: program.secret,
    code: callback.searchParams.get("code") ?? "",
    redirect_uri: program.redirectUri,
    code_verifier: begun.codeVerifier,
    ...changed,
  })
}
