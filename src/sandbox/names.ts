import { domainToASCII } from "node:url"
import { desc, eq } from "drizzle-orm"
import { Hono, type Context as HonoContext } from "hono"
import { html } from "hono/html"
import { z } from "zod"
import type { Clock } from "#kit/clock.ts"
import type { Database } from "#kit/db.ts"
import { nameRecords } from "./names-tables.ts"
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

export interface NamesOptions {
  readonly database: Database
  readonly clock: Clock
  readonly basePath: string
}

export const nameFaults = {
  slow: "answers after a while",
  timeout: "never answers",
  reset: "breaks the connection",
  error_500: "500",
  servfail: "says that it can't say (SERVFAIL)",
  garbage: "200 with a page instead of an answer",
} as const

const faultInput = z.object({
  fault: z.enum(Object.keys(nameFaults) as [string, ...string[]]),
  remaining: z.coerce.number().int().min(1).max(1_000_000).nullable().default(1),
  delayMs: z.coerce.number().int().min(0).max(600_000).default(2_000),
})

const types = { A: 1, CNAME: 5, TXT: 16, AAAA: 28 } as const
type RecordType = keyof typeof types

const name = z
  .string()
  .trim()
  .max(253)
  .transform((text) => toName(text))
  .pipe(z.string().min(1))
const recordInput = z.object({
  name,
  type: z.enum(Object.keys(types) as [RecordType, ...RecordType[]]),
  value: z.string().trim().min(1).max(500),
})

/**
 * The world's name service over HTTPS with JSON answers, as 1.1.1.1 and 8.8.8.8 give them: GET /dns-query?name=&type=.
 * Aliases are followed like there; names below localhost are this machine.
 */
export function createNames(options: NamesOptions): Hono {
  const { database, clock, basePath } = options
  const app = new Hono()
  app.get("/dns-query", (c) => answerQuery(options, c))
  app.get("/control/records", async (c) => c.json({ items: await listRecords(options) }))
  app.post("/control/records", async (c) => {
    const wanted = recordInput.safeParse(await readForm(c))
    if (!wanted.success) return c.json({ error: z.prettifyError(wanted.error) }, 400)
    await database.transactAcrossTenants((db) =>
      db.insert(nameRecords).values({ ...wanted.data, createdAt: clock.now() }),
    )
    return isPage(c) ? c.redirect(`${basePath}/`, 303) : c.json({ items: await listRecords(options) }, 201)
  })
  app.post("/control/records/:id/remove", async (c) => {
    const id = Number(c.req.param("id"))
    await database.transactAcrossTenants((db) => db.delete(nameRecords).where(eq(nameRecords.id, id)))
    return isPage(c) ? c.redirect(`${basePath}/`, 303) : c.json({ items: await listRecords(options) })
  })
  app.get("/control/faults", async (c) => c.json({ items: await listFaults(database, "names") }))
  app.post("/control/faults", async (c) => {
    const wanted = faultInput.safeParse(await c.req.json())
    if (!wanted.success) return c.json({ error: z.prettifyError(wanted.error) }, 400)
    await addFault(database, "names", { call: "query", ...wanted.data }, clock.now())
    return c.json({ items: await listFaults(database, "names") }, 201)
  })
  app.delete("/control/faults", async (c) => {
    await clearFaults(database, "names")
    return c.json({ items: [] })
  })
  app.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }))
  app.get("/", async (c) => c.html(await renderRecords(options)))
  return app
}

async function renderRecords(options: NamesOptions) {
  const { basePath } = options
  const rows = (await listRecords(options)).map(({ id, name, type, value }) => [
    html`<code>${name}</code>`,
    type,
    html`<code>${value}</code>`,
    html`<form method="post" action="${basePath}/control/records/${id}/remove"><button>Remove</button></form>`,
  ])
  const body = html`<p>GET <code>${basePath}/dns-query?name=shop.example&type=TXT</code></p>
    <form class="row" method="post" action="${basePath}/control/records">
      <label>Name <input name="name" required maxlength="253" /></label>
      <label>Type <select name="type">${Object.keys(types).map((type) => html`<option>${type}</option>`)}</select></label>
      <label>Value <input name="value" required maxlength="500" /></label>
      <button>Set the record</button>
    </form>
    ${renderTable("Records that somebody has set", ["Name", "Type", "Value", ""], rows)}`
  return renderPage({ title: "Name service", stylePath: `${basePath}/style.css`, body })
}

interface AnswerRecord {
  readonly name: string
  readonly type: number
  readonly TTL: number
  readonly data: string
}

const NO_ERROR = 0
const SERVER_FAILURE = 2
const NO_SUCH_NAME = 3
/** As long as anybody follows aliases. */
const MOST_ALIASES = 8

async function answerQuery(options: NamesOptions, c: HonoContext): Promise<Response> {
  const fault = await takeFault(options.database, "names", "query")
  if (fault?.fault === "slow") await pause(fault.delayMs, c.req.raw.signal)
  if (fault?.fault === "timeout") return hang(c, Math.max(fault.delayMs, 10_000))
  if (fault?.fault === "reset") return breakConnection(c)
  if (fault?.fault === "error_500") return c.text("", 500)
  if (fault?.fault === "garbage") return c.html("<!doctype html><title>Name service</title>")
  const asked = toName(c.req.query("name") ?? "")
  const wanted = (c.req.query("type") ?? "A").toUpperCase()
  if (asked === "" || !isType(wanted)) return c.json({ error: "Invalid query" }, 400)
  const question = {
    TC: false,
    RD: true,
    RA: true,
    AD: false,
    CD: false,
    Question: [{ name: asked, type: types[wanted] }],
  }
  if (fault?.fault === "servfail") return c.json({ Status: SERVER_FAILURE, ...question })
  const { answer, isKnown } = await follow(options, asked, wanted)
  const status = isKnown ? NO_ERROR : NO_SUCH_NAME
  return c.json({ Status: status, ...question, ...(answer.length > 0 ? { Answer: answer } : {}) })
}

async function follow(options: NamesOptions, asked: string, wanted: RecordType) {
  const answer: AnswerRecord[] = []
  let at = asked
  let isKnown = false
  for (let hop = 0; hop < MOST_ALIASES; hop++) {
    const here = [...(await listRecords(options, at)), ...builtIn(at)]
    isKnown ||= here.length > 0
    const fitting = here.filter(({ type }) => type === wanted)
    for (const { type, value } of fitting) {
      answer.push({
        name: at,
        type: types[type],
        TTL: 300,
        data: type === "TXT" ? JSON.stringify(value) : value,
      })
    }
    const alias = here.find(({ type }) => type === "CNAME")
    if (!alias || fitting.length > 0) break
    const to = toName(alias.value)
    answer.push({ name: at, type: types.CNAME, TTL: 300, data: `${to}.` })
    at = to
  }
  return { answer, isKnown }
}

function builtIn(name: string): { type: RecordType; value: string }[] {
  const isHere = name === "localhost" || name.endsWith(".localhost")
  return isHere ? [{ type: "A", value: "127.0.0.1" }] : []
}

async function listRecords({ database }: NamesOptions, name?: string) {
  const rows = await database.transactAcrossTenants((db) =>
    db
      .select()
      .from(nameRecords)
      .where(name === undefined ? undefined : eq(nameRecords.name, name))
      .orderBy(desc(nameRecords.id))
      .limit(200),
  )
  return rows.map(({ id, name: at, type, value }) => ({ id, name: at, type: type as RecordType, value }))
}

/** Without the last dot, in small letters, other scripts in punycode; what begins with "_" is no host and stays. */
function toName(text: string): string {
  const plain = text.trim().replace(/\.$/, "").toLowerCase()
  const [first = "", ...rest] = plain.split(".")
  return first.startsWith("_") ? `${first}.${domainToASCII(rest.join("."))}` : domainToASCII(plain)
}

function isType(text: string): text is RecordType {
  return Object.hasOwn(types, text)
}

function isPage(c: HonoContext): boolean {
  return (
    !(c.req.header("content-type") ?? "").includes("json") && (c.req.header("accept") ?? "").includes("html")
  )
}

async function readForm(c: HonoContext): Promise<unknown> {
  return c.req.header("content-type")?.includes("json") ? c.req.json() : c.req.parseBody()
}
