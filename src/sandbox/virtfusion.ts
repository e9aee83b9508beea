import { eq } from "drizzle-orm"
import { Hono, type Context as HonoContext } from "hono"
import { writerAcrossTenants } from "#kit/across-tenants.ts"
import { breakConnection, type Fault, hang, pause, takeFault } from "./stand-in-faults.ts"
import { type Answer, locked, refused, send } from "./virtfusion-answers.ts"
import { type Call, createApi } from "./virtfusion-api.ts"
import { createControl } from "./virtfusion-control.ts"
import type { VirtfusionOptions } from "./virtfusion-options.ts"
import { createPages } from "./virtfusion-pages.ts"
import { virtfusionCalls } from "./virtfusion-tables.ts"

/** A VirtFusion panel: its API below /api/v1, its client area, and a page to look inside. */
export function createVirtfusion(options: VirtfusionOptions): Hono {
  const app = new Hono()
  app.route(
    "/api/v1",
    createApi((call, c) => answerCall(options, call, c)),
  )
  app.route("/control", createControl(options))
  app.route("/", createPages(options))
  return app
}

async function answerCall(options: VirtfusionOptions, call: Call, c: HonoContext): Promise<Response> {
  const refusal = checkToken(options, c)
  if (refusal) return refusal
  const body = await readBody(c)
  const kind = c.req.query("dryRun") === "true" ? `${call.kind}.dry-run` : call.kind
  const fault = await takeFault(options.database, "virtfusion", kind)
  const received = { ...describeCall(options, kind, c, body), fault: fault?.fault ?? null }
  const callId = fault && (await noteAtOnce(options, received))
  const before = fault ? await spoilBefore(c, fault) : undefined
  if (before) return before
  const answer = await options.database.transactAcrossTenants(async (db) => {
    const found = await call.answer({ db, now: options.clock.now() }, c, {
      body,
      fault: fault?.fault,
      faultDelayMs: fault?.delayMs ?? 0,
    })
    const { status } = found
    if (callId === undefined) await db.insert(virtfusionCalls).values({ ...received, status })
    else await db.update(virtfusionCalls).set({ status }).where(eq(virtfusionCalls.id, callId))
    return found
  })
  return (fault && (await spoilAfter(c, fault))) ?? send(c, answer)
}

const LONGEST_SILENCE_MS = 120_000

async function spoilBefore(c: HonoContext, { fault, delayMs }: Fault): Promise<Response | undefined> {
  const refusals: Record<string, Answer> = {
    error_500: { status: 500, body: { message: "Server Error" } },
    locked: locked("server is locked"),
    full: refused("There were no hypervisors found with enough resources to create this server."),
  }
  const refusal = refusals[fault]
  if (refusal) return send(c, refusal)
  switch (fault) {
    case "slow":
      await pause(delayMs, c.req.raw.signal)
      return undefined
    case "timeout":
      return hang(c, LONGEST_SILENCE_MS)
    case "reset":
      return breakConnection(c)
    case "garbage":
      return c.html("<html><body>Welcome to nginx!</body></html>", 200)
    case "bare_404":
      return c.html("<!doctype html><title>Not Found</title>", 404)
    case "rate_limit":
      c.header("Retry-After", String(Math.max(1, Math.ceil(delayMs / 1000))))
      return c.json({ message: "Too Many Attempts." }, 429)
    default:
      return undefined
  }
}

async function spoilAfter(c: HonoContext, { fault }: Fault): Promise<Response | undefined> {
  switch (fault) {
    case "timeout_after_success":
      return hang(c, LONGEST_SILENCE_MS)
    case "reset_after_success":
      return breakConnection(c)
    case "error_500_after_success":
      return c.json({ message: "Server Error" }, 500)
    case "garbage_after_success":
      return c.body('{"data":{"id":"?', 200, { "content-type": "application/json" })
    default:
      return undefined
  }
}

function checkToken(options: VirtfusionOptions, c: HonoContext): Response | undefined {
  const given = c.req.header("authorization")
  if (given === `Bearer ${options.token}`) return undefined
  const isLimited = options.serversOnlyToken && given === `Bearer ${options.serversOnlyToken}`
  if (!isLimited) return c.body(null, 401)
  const path = c.req.path.slice(c.req.path.indexOf("/api/v1") + "/api/v1".length)
  if (path.startsWith("/servers") || path === "/connect") return undefined
  return c.json({ errors: ["This token does not have permission to do that."] }, 403)
}

async function readBody(c: HonoContext): Promise<Record<string, unknown>> {
  const text = await c.req.text()
  if (text === "") return {}
  const parsed: unknown = JSON.parse(text)
  return typeof parsed === "object" && parsed !== null ? { ...parsed } : {}
}

type ReceivedCall = Omit<typeof virtfusionCalls.$inferInsert, "id" | "status">

function describeCall(
  options: VirtfusionOptions,
  kind: string,
  c: HonoContext,
  body: Record<string, unknown>,
): ReceivedCall {
  const path = c.req.path.slice(c.req.path.indexOf("/api/v1"))
  return {
    at: options.clock.now(),
    kind,
    method: c.req.method,
    path: path + (new URL(c.req.url).search || ""),
    body: Object.keys(body).length === 0 ? null : body,
  }
}

/** Before it is answered: a call that is spoilt was received all the same. */
async function noteAtOnce({ database }: VirtfusionOptions, received: ReceivedCall): Promise<number> {
  const [row] = await writerAcrossTenants(database)
    .insert(virtfusionCalls)
    .values(received)
    .returning({ id: virtfusionCalls.id })
  if (!row) throw new Error("The call list answered no row.")
  return row.id
}
