import { Hono, type Context as HonoContext } from "hono"
import { readClockMove } from "#kit/clock/clock-move.ts"
import { parseDuration } from "#kit/clock/parse-duration.ts"
import type { Language } from "#kit/refusal.ts"
import type { ClockPageOptions } from "./clock-options.ts"
import { renderClock, streamMove } from "./clock-pages.ts"
import { styleSheet } from "./stand-in-page.ts"

/** The company's clock: what time it is there, and buttons that play the days ahead. */
export function createClockPage(options: ClockPageOptions): Hono {
  const app = new Hono()
  app.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }))
  app.get("/", async (c) => {
    await options.refresh()
    const { move } = await readClockMove(options.database)
    const language = languageOf(options, c)
    if (!move?.isAlive) return c.html(await renderClock(options, { language }))
    const body = await streamMove(options, { language, move, signal: c.req.raw.signal })
    return c.body(body, 200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" })
  })
  app.post("/", async (c) => {
    const form = await c.req.parseBody()
    const language = languageOf(options, c)
    await options.refresh()
    const to = await readTarget(options, form)
    if (!to) return c.html(await renderClock(options, { language, typed: form, isWrong: true }), 422)
    const refusal = await options.begin(to)
    if (refusal) return c.html(await renderClock(options, { language, problem: refusal[language] }), 409)
    return c.redirect(`${options.basePath}/?lang=${language}`, 303)
  })
  return app
}

/** A button says "35d"; the form a number and a unit; "go on" the moment itself. Months are the company's own. */
async function readTarget(
  options: ClockPageOptions,
  form: Record<string, unknown>,
): Promise<Temporal.Instant | undefined> {
  const { by, amount, unit, to } = form
  if (typeof to === "string" && /^\d{4}-[\dT:.-]+Z$/.test(to)) return Temporal.Instant.from(to)
  const text = typeof by === "string" ? by : `${String(amount).trim()}${String(unit)}`
  const duration = parseDuration(text)
  const isTooMuch =
    !/^\d{1,3}\D/.test(text) || Number.parseInt(text, 10) < 1 || Number.parseInt(text, 10) > 400
  if (!duration || isTooMuch) return undefined
  const [zone = "UTC"] = await options.listZones()
  return options.clock.now().toZonedDateTimeISO(zone).add(duration).toInstant()
}

function languageOf(options: ClockPageOptions, c: HonoContext): Language {
  const asked = c.req.query("lang")
  return asked === "en" || asked === "ko" ? asked : options.languageOf(c.req.raw.headers)
}
