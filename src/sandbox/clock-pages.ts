import { setTimeout as pause } from "node:timers/promises"
import { html, raw } from "hono/html"
import { type ClockMove, readClockMove } from "#kit/clock/clock-move.ts"
import type { Language } from "#kit/refusal.ts"
import { listDayStarts } from "#kit/sweeps/slots.ts"
import type { ClockPageOptions } from "./clock-options.ts"
import { clockWords } from "./clock-words.ts"
import { type Markup, renderPage, renderTourNote } from "./stand-in-page.ts"

export interface ClockView {
  readonly language: Language
  /** What was typed and could not be understood. */
  readonly typed?: Record<string, unknown>
  readonly isWrong?: boolean
  readonly problem?: string
}

const quick = [
  ["1h", "hour"],
  ["1d", "day"],
  ["1w", "week"],
  ["5w", "weeks"],
  ["1mo", "month"],
] as const

export async function renderClock(options: ClockPageOptions, view: ClockView): Promise<Markup> {
  const { language, problem } = view
  const words = clockWords[language]
  const { offsetMs, move } = await readClockMove(options.database)
  const [zone = "UTC"] = await options.listZones()
  const body = html`<h1>${words.title}</h1>
    ${problem ? html`<p class="bad" role="alert">${problem}</p>` : ""}
    ${move && !move.isAlive ? await renderCutShort(options, move, language) : ""}
    <h2 id="now">${words.now}</h2>
    <p class="big"><time datetime="${options.clock.now().toString()}">${sayMoment(options.clock.now(), zone, language)}</time></p>
    <p>${sayOffset(offsetMs, language)}</p>
    <p>${words.lead}</p>
    ${renderForms(options, view)}`
  return frame(options, language, body)
}

function renderForms(options: ClockPageOptions, { language, typed, isWrong }: ClockView): Markup {
  const words = clockWords[language]
  const action = `${options.basePath}/?lang=${language}`
  const units = { h: words.hours, d: words.days, w: words.weeksUnit, mo: words.months }
  const unit = typeof typed?.["unit"] === "string" ? typed["unit"] : "d"
  const amount = typeof typed?.["amount"] === "string" ? typed["amount"] : "35"
  return html`<h2 id="move">${words.quick}</h2>
    <form class="row" id="tour-clock" tabindex="-1" method="post" action="${action}">
      ${renderTourNote(language)}
      ${quick.map(([by, name]) => html`<button name="by" value="${by}">${words[name]}</button>`)}
    </form>
    <form class="row" method="post" action="${action}">
      <label>${words.amount}
        <input name="amount" inputmode="numeric" required value="${amount}"
          ${isWrong ? raw('aria-invalid="true" aria-describedby="amount-problem"') : ""} />
      </label>
      <label>${words.unit}
        <select name="unit">
          ${Object.entries(units).map(([value, name]) => html`<option value="${value}" ${value === unit ? "selected" : ""}>${name}</option>`)}
        </select>
      </label>
      <button>${words.go}</button>
      ${isWrong ? html`<p class="bad" id="amount-problem" role="alert">${words.wrong}</p>` : ""}
    </form>`
}

async function renderCutShort(
  options: ClockPageOptions,
  move: ClockMove,
  language: Language,
): Promise<Markup> {
  const words = clockWords[language]
  const [zone = "UTC"] = await options.listZones()
  const to = sayMoment(move.to, zone, language)
  const now = sayMoment(options.clock.now(), zone, language)
  return html`<section role="alert">
    <p class="bad">${fill(words.cutShort, { to, now })} ${move.problem ? options.sayProblem(move.problem)[language] : ""}</p>
    <form class="row" method="post" action="${options.basePath}/?lang=${language}">
      <button name="to" value="${move.to.toString()}">${fill(words.goOn, { to })}</button>
    </form>
  </section>`
}

const LOOK_EVERY_MS = 200

/**
 * The page of a move under way grows by a line with each day that is over, and is complete when time has arrived:
 * live without a script. Time is moved by whoever moves it; this only looks, so leaving the page stops nothing.
 */
export async function streamMove(
  options: ClockPageOptions,
  { language, move, signal }: { language: Language; move: ClockMove; signal: AbortSignal },
): Promise<ReadableStream<Uint8Array>> {
  const words = clockWords[language]
  const [zone = "UTC"] = await options.listZones()
  const to = sayMoment(move.to, zone, language)
  const marker = "<!-- days -->"
  const page = await frame(
    options,
    language,
    html`<h1>${words.title}</h1>
    <p>${fill(words.moving, { to })}</p>
    <div role="log" aria-label="${words.now}">${raw(marker)}</div>`,
  )
  const [head = "", foot = ""] = String(page).split(`${marker}</div>`)
  const bytes = new TextEncoder()
  const lines = followMove(options, { language, move, zone })
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes.encode(head)),
    pull: async (controller) => {
      const next = signal.aborted ? undefined : await lines.next()
      if (next && !next.done) return controller.enqueue(bytes.encode(next.value))
      controller.enqueue(bytes.encode(`</div>${await renderEnd(options, language)}${foot}`))
      controller.close()
    },
    cancel: async () => void (await lines.return(undefined)),
  })
}

async function* followMove(
  options: ClockPageOptions,
  { language, move, zone }: { language: Language; move: ClockMove; zone: string },
): AsyncGenerator<string, undefined> {
  const words = clockWords[language]
  const stops = listDayStarts(move.from, move.to, [zone])
  const all = stops.length
  for (const [index, stop] of stops.entries()) {
    while (Temporal.Instant.compare(options.clock.now(), stop) < 0) {
      const { move: current } = await readClockMove(options.database)
      if (!current?.isAlive) return undefined
      await pause(LOOK_EVERY_MS)
      await options.refresh()
    }
    const line = fill(words.played, {
      number: String(index + 1),
      all: String(all),
      day: sayMoment(stop, zone, language),
    })
    yield String(await html`<p>${line}</p>`)
  }
  while ((await readClockMove(options.database)).move?.isAlive) await pause(LOOK_EVERY_MS)
  return undefined
}

async function renderEnd(options: ClockPageOptions, language: Language): Promise<Markup> {
  const words = clockWords[language]
  const [zone = "UTC"] = await options.listZones()
  const { move } = await readClockMove(options.database)
  const now = sayMoment(options.clock.now(), zone, language)
  const end =
    move && !move.isAlive
      ? await renderCutShort(options, move, language)
      : html`<p class="good" role="status">${fill(words.arrived, { now })}</p>`
  return html`${end}<p><a href="${options.basePath}/?lang=${language}">${words.back}</a></p>`
}

function frame(options: ClockPageOptions, language: Language, body: Markup): Markup {
  const words = clockWords[language]
  const parent = options.basePath.slice(0, options.basePath.lastIndexOf("/"))
  return renderPage({
    title: words.title,
    badge: words.badge,
    language,
    stylePath: `${options.basePath}/style.css`,
    body: html`<nav><a href="${parent}?lang=${language}">← ${words.sandbox}</a></nav>${body}`,
  })
}

function sayMoment(moment: Temporal.Instant, zone: string, language: Language): string {
  const local = moment.toZonedDateTimeISO(zone)
  return local.toLocaleString(language === "ko" ? "ko-KR" : "en-GB", {
    dateStyle: "full",
    timeStyle: "short",
  })
}

function sayOffset(offsetMs: number, language: Language): string {
  const words = clockWords[language]
  const hours = Math.round(offsetMs / 3_600_000)
  if (hours === 0) return words.same
  return fill(words.ahead, { days: String(Math.floor(hours / 24)), hours: String(hours % 24) })
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
