import { Hono, type Context as HonoContext } from "hono"
import { html } from "hono/html"
import { exportJWK, generateKeyPair, SignJWT } from "jose"
import { z } from "zod"
import { type Clock, machineClock } from "#kit/clock.ts"
import type { Database } from "#kit/db.ts"
import {
  addFault,
  breakConnection,
  clearFaults,
  hang,
  listFaults,
  pause,
  takeFault,
} from "./stand-in-faults.ts"
import { renderPage, styleSheet } from "./stand-in-page.ts"

export interface AccessOptions {
  readonly database: Database
  readonly clock: Clock
  readonly basePath: string
}

export const accessFaults = {
  slow: "answers after a while",
  timeout: "never answers",
  reset: "breaks the connection",
  error_500: "500",
  garbage: "200 with a page instead of keys",
} as const

const faultInput = z.object({
  fault: z.enum(Object.keys(accessFaults) as [string, ...string[]]),
  remaining: z.coerce.number().int().min(1).max(1_000_000).nullable().default(1),
  delayMs: z.coerce.number().int().min(0).max(600_000).default(2_000),
})

const tokenInput = z.object({
  email: z.email().max(254),
  audience: z.string().min(1).max(100),
  /** Negative: one that has run out. */
  seconds: z.coerce.number().int().min(-86_400).max(86_400).default(3_600),
})

type Key = Awaited<ReturnType<typeof makeKey>>

/**
 * Cloudflare Access as an application behind it sees it: a team's keys at /{team}/cdn-cgi/access/certs, and the assertion
 * that the proxy puts into each request. The keys live as long as the process, like a team that renews them at each start.
 */
export function createAccess(options: AccessOptions): Hono {
  const { database, clock, basePath } = options
  const teams = new Map<string, Key[]>()
  const keysOf = async (team: string): Promise<[Key, ...Key[]]> => {
    const [first, ...rest] = teams.get(team) ?? [await makeKey()]
    if (!first) throw new Error("A team has at least one key.")
    teams.set(team, [first, ...rest])
    return [first, ...rest]
  }
  const app = new Hono()
  app.get("/:team/cdn-cgi/access/certs", async (c) => {
    const spoilt = await spoil(database, c)
    if (spoilt) return spoilt
    const keys = await keysOf(c.req.param("team"))
    return c.json({ keys: keys.map(({ jwk }) => jwk) }, 200, { "cache-control": "public, max-age=3600" })
  })
  app.post("/:team/control/tokens", async (c) => {
    const wanted = tokenInput.safeParse(await readForm(c))
    if (!wanted.success) return c.json({ error: z.prettifyError(wanted.error) }, 400)
    const team = c.req.param("team")
    const [key] = await keysOf(team)
    return c.json({ token: await issue(key, { team, ...wanted.data }) }, 201)
  })
  // Cloudflare keeps the key before the newest for a week.
  app.post("/:team/control/rotate", async (c) => {
    const team = c.req.param("team")
    const [newest] = await keysOf(team)
    teams.set(team, [await makeKey(), newest])
    return c.json({ rotated: true })
  })
  app.get("/control/faults", async (c) => c.json({ items: await listFaults(database, "access") }))
  app.post("/control/faults", async (c) => {
    const wanted = faultInput.safeParse(await c.req.json())
    if (!wanted.success) return c.json({ error: z.prettifyError(wanted.error) }, 400)
    await addFault(database, "access", { call: "certs", ...wanted.data }, clock.now())
    return c.json({ items: await listFaults(database, "access") }, 201)
  })
  app.delete("/control/faults", async (c) => {
    await clearFaults(database, "access")
    return c.json({ items: [] })
  })
  app.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }))
  app.get("/", async (c) => {
    const body = html`<p>Keys: GET <code>${basePath}/{team}/cdn-cgi/access/certs</code></p>
      <p>The header <code>Cf-Access-Jwt-Assertion</code> of somebody who came through the proxy, for an hour:</p>
      <form class="row" method="post" action="${basePath}/acme/control/tokens">
        <label>E-mail <input name="email" type="email" required /></label>
        <label>Audience tag <input name="audience" required /></label>
        <button>Make a token for the team acme</button>
      </form>`
    return c.html(await renderPage({ title: "Cloudflare Access", stylePath: `${basePath}/style.css`, body }))
  })
  return app
}

async function makeKey() {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true })
  const kid = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("hex")
  return { privateKey, jwk: { kid, ...(await exportJWK(publicKey)), alg: "RS256", use: "sig" } }
}

/** With the claims of Cloudflare's own, on the machine's time as theirs are. */
async function issue(
  { privateKey, jwk }: Key,
  wish: { team: string; email: string; audience: string; seconds: number },
): Promise<string> {
  const now = Math.floor(machineClock.now().epochMilliseconds / 1_000)
  const iat = wish.seconds < 0 ? now + wish.seconds - 60 : now
  return new SignJWT({ email: wish.email, type: "app", identity_nonce: jwk.kid.slice(0, 16), country: "KR" })
    .setProtectedHeader({ alg: "RS256", kid: jwk.kid, typ: "JWT" })
    .setIssuer(`https://${wish.team}.cloudflareaccess.com`)
    .setAudience([wish.audience])
    .setSubject(jwk.kid.slice(16, 48))
    .setIssuedAt(iat)
    .setNotBefore(iat)
    .setExpirationTime(now + wish.seconds)
    .sign(privateKey)
}

async function readForm(c: HonoContext): Promise<unknown> {
  return c.req.header("content-type")?.includes("json") ? c.req.json() : c.req.parseBody()
}

async function spoil(database: Database, c: HonoContext): Promise<Response | undefined> {
  const fault = await takeFault(database, "access", "certs")
  if (fault?.fault === "slow") await pause(fault.delayMs, c.req.raw.signal)
  if (fault?.fault === "timeout") return hang(c, Math.max(fault.delayMs, 10_000))
  if (fault?.fault === "reset") return breakConnection(c)
  if (fault?.fault === "error_500") return c.text("", 500)
  return fault?.fault === "garbage" ? c.html("<!doctype html><title>Sign in</title>") : undefined
}
