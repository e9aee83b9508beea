import { createHash, randomBytes } from "node:crypto"
import { and, eq, isNull } from "drizzle-orm"
import { Hono, type Context as HonoContext } from "hono"
import { html } from "hono/html"
import type { Clock } from "#kit/clock.ts"
import type { Database } from "#kit/db.ts"
import { readWallTime } from "#kit/wall-time.ts"
import { createHouseKeys, type HouseKeys } from "./house-keys.ts"
import { findHousePerson, type HouseName, type HousePerson, houseNames, housePeople } from "./house-people.ts"
import { houseVisits } from "./house-tables.ts"
import { renderPage, styleSheet } from "./stand-in-page.ts"

export interface HouseOptions {
  readonly database: Database
  readonly clock: Clock
  readonly basePath: string
  /** "http://localhost:3000/sandbox/google": with OpenID Connect the issuer. */
  readonly baseUrl: string
  readonly house: HouseName
  /** What the shop registered there. */
  readonly clientId: string
  readonly clientSecret: string
}

interface Desk extends HouseOptions {
  readonly keys: HouseKeys
}

/** A sign-in elsewhere, on the wire of the real one: choose who you are there, turn it down, or let it break. */
export function createHouse(options: HouseOptions): Hono {
  const desk = { ...options, keys: createHouseKeys() }
  const app = new Hono()
  app.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }))
  app.get("/", (c) => showPeople(desk, c))
  app.post("/choose", (c) => choose(desk, c))
  addWire(app, desk)
  return app
}

/** Each house's own paths (read from its public documentation). */
function addWire(app: Hono, desk: Desk): void {
  const authorize = (c: HonoContext) => askWho(desk, c)
  if (desk.house === "github") {
    app.get("/login/oauth/authorize", authorize)
    app.post("/login/oauth/access_token", (c) => giveToken(desk, c))
    app.get("/user", (c) => tell(desk, c, ({ id, name, email }) => ({ id, login: `user${id}`, name, email })))
    app.get("/user/emails", (c) =>
      tell(desk, c, ({ email, isVerified }) =>
        email ? [{ email, primary: true, verified: isVerified, visibility: "private" }] : [],
      ),
    )
    return
  }
  if (desk.house === "kakao") {
    app.get("/oauth/authorize", authorize)
    app.post("/oauth/token", (c) => giveToken(desk, c))
    app.get("/v2/user/me", (c) => tell(desk, c, describeToKakao))
    return
  }
  if (desk.house === "naver") {
    app.get("/oauth2.0/authorize", authorize)
    app.post("/oauth2.0/token", (c) => giveToken(desk, c))
    app.get("/v1/nid/me", (c) =>
      tell(desk, c, ({ id, name, email }) => ({
        resultcode: "00",
        message: "success",
        response: { id: `naver-${id}`, name, ...(email ? { email } : {}) },
      })),
    )
    return
  }
  app.get("/.well-known/openid-configuration", (c) =>
    c.json({
      issuer: desk.baseUrl,
      authorization_endpoint: `${desk.baseUrl}/authorize`,
      token_endpoint: `${desk.baseUrl}/token`,
      jwks_uri: `${desk.baseUrl}/certs`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      code_challenge_methods_supported: ["S256"],
    }),
  )
  app.get("/authorize", authorize)
  app.post("/token", (c) => giveToken(desk, c))
  app.get("/certs", async (c) => c.json(await desk.keys.publicKeys()))
}

function describeToKakao({ id, name, email, isVerified }: HousePerson) {
  return {
    id,
    connected_at: "2026-01-01T00:00:00Z",
    kakao_account: {
      profile: { nickname: name },
      has_email: email !== null,
      ...(email ? { email, is_email_valid: true, is_email_verified: isVerified } : {}),
    },
  }
}

async function showPeople(desk: Desk, c: HonoContext): Promise<Response> {
  const body = html`<p>A sign-in elsewhere, standing in. The shop's page of sign-ins leads here.</p>
    <ul>
      ${housePeople.map(({ name, email, note }) => html`<li>${name} · ${email ?? "–"} · ${note}</li>`)}
    </ul>`
  return c.html(await page(desk, body))
}

/** Who are you here? What the shop asked for travels in the form, as in the real one's session. */
async function askWho(desk: Desk, c: HonoContext): Promise<Response> {
  const query = c.req.query()
  if (query["client_id"] !== desk.clientId)
    return c.html(await page(desk, html`<p>invalid client_id</p>`), 400)
  const body = html`<h1>${houseNames[desk.house]}</h1>
    <p>Who are you here?</p>
    <form method="post" action="${desk.basePath}/choose">
      ${["redirect_uri", "state", "nonce", "code_challenge"].map(
        (name) => html`<input type="hidden" name="${name}" value="${query[name] ?? ""}" />`,
      )}
      ${housePeople.map(
        ({ key, name, email, note }) => html`<p>
          <button name="person" value="${key}">${name}</button> ${email ?? "no address"} · ${note}
        </p>`,
      )}
      <p><button name="person" value="refuse">Refuse</button> <button name="person" value="broken">Let it break</button></p>
    </form>`
  return c.html(await page(desk, body))
}

async function choose(desk: Desk, c: HonoContext): Promise<Response> {
  const form = await c.req.parseBody()
  const text = (name: string) => (typeof form[name] === "string" ? form[name] : "")
  if (!URL.canParse(text("redirect_uri"))) return c.text("redirect_uri", 400)
  const back = new URL(text("redirect_uri"))
  back.searchParams.set("state", text("state"))
  const person = findHousePerson(text("person"))
  if (!person) {
    back.searchParams.set("error", text("person") === "refuse" ? "access_denied" : "server_error")
    return c.redirect(back.toString(), 302)
  }
  const code = randomBytes(24).toString("base64url")
  await desk.database.transactAcrossTenants((db) =>
    db.insert(houseVisits).values({
      code,
      house: desk.house,
      person: person.key,
      clientId: desk.clientId,
      redirectUri: text("redirect_uri"),
      nonce: text("nonce") || null,
      codeChallenge: text("code_challenge") || null,
      createdAt: desk.clock.now(),
    }),
  )
  back.searchParams.set("code", code)
  return c.redirect(back.toString(), 302)
}

async function giveToken(desk: Desk, c: HonoContext): Promise<Response> {
  const form = await c.req.parseBody()
  const text = (name: string) => (typeof form[name] === "string" ? form[name] : "")
  // GitHub says it with 200; the others with 400.
  const refuse = (error: string) => c.json({ error }, desk.house === "github" ? 200 : 400)
  if (text("client_id") !== desk.clientId || text("client_secret") !== desk.clientSecret) {
    return refuse("invalid_client")
  }
  const accessToken = randomBytes(24).toString("base64url")
  const isOpen = and(
    eq(houseVisits.code, text("code")),
    eq(houseVisits.house, desk.house),
    isNull(houseVisits.accessToken),
  )
  const [visit] = await desk.database.transactAcrossTenants((db) =>
    db.update(houseVisits).set({ accessToken }).where(isOpen).returning(),
  )
  if (!visit) return refuse("invalid_grant")
  if (desk.house !== "naver" && visit.redirectUri !== text("redirect_uri")) return refuse("invalid_grant")
  const challenge = createHash("sha256").update(text("code_verifier")).digest("base64url")
  if (visit.codeChallenge !== null && visit.codeChallenge !== challenge) return refuse("invalid_grant")
  const person = findHousePerson(visit.person)
  const isOpenid = desk.house === "google" || desk.house === "oidc"
  return c.json({
    access_token: accessToken,
    token_type: "bearer",
    expires_in: 3_600,
    ...(isOpenid && person ? { id_token: await makeIdToken(desk, person, visit.nonce) } : {}),
  })
}

async function makeIdToken(desk: Desk, person: HousePerson, nonce: string | null): Promise<string> {
  const now = await desk.database.transactAcrossTenants((db) => readWallTime({ db }))
  return desk.keys.sign({
    iss: desk.baseUrl,
    aud: desk.clientId,
    sub: String(person.id),
    auth_time: Math.floor(now.epochMilliseconds / 1_000),
    name: person.name,
    ...(person.email ? { email: person.email, email_verified: person.isVerified } : {}),
    ...(nonce === null ? {} : { nonce }),
  })
}

async function tell(
  desk: Desk,
  c: HonoContext,
  describe: (person: HousePerson) => object,
): Promise<Response> {
  const token = /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1]
  const [visit] = token
    ? await desk.database.transactAcrossTenants((db) =>
        db
          .select()
          .from(houseVisits)
          .where(and(eq(houseVisits.house, desk.house), eq(houseVisits.accessToken, token)))
          .limit(1),
      )
    : []
  const person = visit && findHousePerson(visit.person)
  return person ? c.json(describe(person)) : c.json({ message: "Bad credentials" }, 401)
}

function page(desk: Desk, body: ReturnType<typeof html>) {
  return renderPage({ title: houseNames[desk.house], stylePath: `${desk.basePath}/style.css`, body })
}
