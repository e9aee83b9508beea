import { createHash } from "node:crypto"
import { Hono, type Context as HonoContext } from "hono"
import { html } from "hono/html"
import { z } from "zod"
import type { Clock } from "#kit/clock.ts"
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
import { renderPage, renderTable, styleSheet } from "./stand-in-page.ts"

export interface BreachesOptions {
  readonly database: Database
  readonly clock: Clock
  readonly basePath: string
}

export const breachFaults = {
  slow: "answers after a while",
  timeout: "never answers",
  reset: "breaks the connection",
  error_500: "500",
  rate_limit: "429 with Retry-After",
} as const

/** Long enough for our own rules, and stolen all the same: what people who must use twelve characters write. */
export const stolenPasswords: Readonly<Record<string, number>> = {
  "123456789012": 22_817,
  password1234: 10_634,
  qwertyuiop12: 4_091,
  iloveyou1234: 3_326,
  "correct horse battery staple": 384,
  adminadmin123: 9_120,
  q1w2e3r4t5y6: 21_405,
  비밀번호123456: 57,
}

const faultInput = z.object({
  fault: z.enum(Object.keys(breachFaults) as [string, ...string[]]),
  remaining: z.coerce.number().int().min(1).max(1_000_000).nullable().default(1),
  delayMs: z.coerce.number().int().min(0).max(600_000).default(2_000),
})

/** Have I Been Pwned's password ranges: GET /range/{five characters of a SHA-1} answers the rest of every match. */
export function createBreaches(options: BreachesOptions): Hono {
  const { database, clock, basePath } = options
  const app = new Hono()
  app.get("/range/:prefix", (c) => answerRange(options, c))
  app.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }))
  app.get("/control/faults", async (c) => c.json({ items: await listFaults(database, "breaches") }))
  app.post("/control/faults", async (c) => {
    const wanted = faultInput.safeParse(await c.req.json())
    if (!wanted.success) return c.json({ error: z.prettifyError(wanted.error) }, 400)
    await addFault(database, "breaches", { call: "range", ...wanted.data }, clock.now())
    return c.json({ items: await listFaults(database, "breaches") }, 201)
  })
  app.delete("/control/faults", async (c) => {
    await clearFaults(database, "breaches")
    return c.json({ items: [] })
  })
  app.get("/", async (c) => {
    const body = html`<p>GET <code>${basePath}/range/21BD1</code></p>
      ${renderTable("Stolen passwords it knows", ["Password", "Times seen"], Object.entries(stolenPasswords))}`
    return c.html(await renderPage({ title: "Stolen passwords", stylePath: `${basePath}/style.css`, body }))
  })
  return app
}

async function answerRange({ database }: BreachesOptions, c: HonoContext): Promise<Response> {
  const fault = await takeFault(database, "breaches", "range")
  if (fault?.fault === "slow") await pause(fault.delayMs, c.req.raw.signal)
  if (fault?.fault === "timeout") return hang(c, Math.max(fault.delayMs, 10_000))
  if (fault?.fault === "reset") return breakConnection(c)
  if (fault?.fault === "error_500") return c.text("", 500)
  if (fault?.fault === "rate_limit") return c.text("Rate limit is exceeded.", 429, { "retry-after": "2" })
  const prefix = (c.req.param("prefix") ?? "").toUpperCase()
  if (!/^[0-9A-F]{5}$/.test(prefix)) {
    return c.text("The hash prefix was not in a valid format", 400)
  }
  const lines = Object.entries(stolenPasswords).flatMap(([password, count]) => {
    const hash = createHash("sha1").update(password).digest("hex").toUpperCase()
    return hash.startsWith(prefix) ? [`${hash.slice(5)}:${count}`] : []
  })
  // Asked for padding, the real one mixes in made-up suffixes that were seen no times.
  const padding = c.req.header("add-padding") === "true" ? madeUpLines(prefix) : []
  return c.text([...lines, ...padding].join("\r\n"), 200, { "cache-control": "public, max-age=2678400" })
}

function madeUpLines(prefix: string): string[] {
  return Array.from({ length: 20 }, (_, index) => {
    const hash = createHash("sha1").update(`${prefix} ${index}`).digest("hex").toUpperCase()
    return `${hash.slice(5)}:0`
  })
}
