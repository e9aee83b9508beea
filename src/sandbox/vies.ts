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

export interface ViesOptions {
  readonly database: Database
  readonly clock: Clock
  readonly basePath: string
}

export const viesFaults = {
  slow: "answers after a while",
  timeout: "never answers",
  reset: "breaks the connection",
  error_500: "500",
  ms_unavailable: "says that the country's own service is away",
  not_valid: "says that it is no number, or is one no longer",
  too_many: "says that too many ask at once",
} as const

const faultInput = z.object({
  fault: z.enum(Object.keys(viesFaults) as [string, ...string[]]),
  remaining: z.coerce.number().int().min(1).max(1_000_000).nullable().default(1),
  delayMs: z.coerce.number().int().min(0).max(600_000).default(2_000),
})

const question = z.object({
  countryCode: z.string(),
  vatNumber: z.string(),
  requesterMemberStateCode: z.string().optional(),
  requesterNumber: z.string().optional(),
})

const members = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE EL HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE XI".split(" "),
)
/** They keep names to themselves. */
const silent = new Set(["DE", "ES"])

/**
 * The VAT number check of the European Commission: POST /rest-api/check-vat-number. Whatever has eight to twelve
 * characters is a number here, unless it ends in 00.
 */
export function createVies(options: ViesOptions): Hono {
  const { database, clock, basePath } = options
  const app = new Hono()
  app.post("/rest-api/check-vat-number", (c) => answerCheck(options, c))
  app.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }))
  app.get("/control/faults", async (c) => c.json({ items: await listFaults(database, "vies") }))
  app.post("/control/faults", async (c) => {
    const wanted = faultInput.safeParse(await c.req.json())
    if (!wanted.success) return c.json({ error: z.prettifyError(wanted.error) }, 400)
    await addFault(database, "vies", { call: "check", ...wanted.data }, clock.now())
    return c.json({ items: await listFaults(database, "vies") }, 201)
  })
  app.delete("/control/faults", async (c) => {
    await clearFaults(database, "vies")
    return c.json({ items: [] })
  })
  app.get("/", async (c) => {
    const rules = [
      ["eight to twelve letters and digits", "valid"],
      ["the same, ending in 00", "not valid"],
      ["anything else, or a country outside the EU", "INVALID_INPUT"],
    ]
    const body = html`<p>POST <code>${basePath}/rest-api/check-vat-number</code></p>
      ${renderTable("What it says of a number", ["Number", "Answer"], rules)}`
    return c.html(await renderPage({ title: "VAT numbers (VIES)", stylePath: `${basePath}/style.css`, body }))
  })
  return app
}

async function answerCheck({ database, clock }: ViesOptions, c: HonoContext): Promise<Response> {
  const fault = await takeFault(database, "vies", "check")
  if (fault?.fault === "slow") await pause(fault.delayMs, c.req.raw.signal)
  if (fault?.fault === "timeout") return hang(c, Math.max(fault.delayMs, 15_000))
  if (fault?.fault === "reset") return breakConnection(c)
  if (fault?.fault === "error_500") return c.text("", 500)
  if (fault?.fault === "ms_unavailable") return refuse(c, "MS_UNAVAILABLE")
  if (fault?.fault === "too_many") return refuse(c, "GLOBAL_MAX_CONCURRENT_REQ")
  const read = question.safeParse(await c.req.json())
  if (!read.success) return refuse(c, "INVALID_INPUT")
  const { countryCode, vatNumber, requesterMemberStateCode, requesterNumber } = read.data
  if (!members.has(countryCode) || !/^[0-9A-Z]{8,12}$/.test(vatNumber)) return refuse(c, "INVALID_INPUT")
  const valid = !vatNumber.endsWith("00") && fault?.fault !== "not_valid"
  const hasRequester = requesterMemberStateCode && requesterNumber
  const now = clock.now()
  return c.json({
    countryCode,
    vatNumber,
    requestDate: now.toString(),
    valid,
    requestIdentifier: valid && hasRequester ? `WAPI${now.epochMilliseconds.toString(36).toUpperCase()}` : "",
    name: valid && !silent.has(countryCode) ? `Trading house ${vatNumber}` : "---",
    address: "---",
    traderName: "---",
  })
}

function refuse(c: HonoContext, error: string): Response {
  return c.json({ actionSucceed: false, errorWrappers: [{ error }] })
}
