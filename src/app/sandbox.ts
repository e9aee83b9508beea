import { Hono } from "hono"
import { createOutside } from "#kit/outside/outside.ts"
import { Refusal, type Say, sayRefusal } from "#kit/refusal.ts"
import { toProblem } from "#kit/serve/problems.ts"
import { createAccess } from "#sandbox/access.ts"
import { createBreaches } from "#sandbox/breaches.ts"
import { createCard, ensureMerchant, startNoticeSender, withBooks } from "#sandbox/card.ts"
import { createClockPage } from "#sandbox/clock.ts"
import { createHouse } from "#sandbox/house.ts"
import { type HouseName, houseNames } from "#sandbox/house-people.ts"
import { openMailbox } from "#sandbox/mailbox.ts"
import { createMailbox } from "#sandbox/mailbox-pages.ts"
import { createNames } from "#sandbox/names.ts"
import { createStartPage, type StartPageOptions } from "#sandbox/start-page.ts"
import { createVies } from "#sandbox/vies.ts"
import { createVirtfusion } from "#sandbox/virtfusion.ts"
import { beginAdvance } from "./advance-company.ts"
import { problemResponse } from "./api/problem-response.ts"
import { sayClockProblem } from "./clock-errors.ts"
import type { Ground } from "./ground.ts"
import { languageOf } from "./http/edge.ts"
import type { Mount } from "./http/parts.ts"
import { refuseForeignOrigin } from "./http/same-origin.ts"
import { listTenantZones } from "./tenant-zones.ts"

export interface SandboxOptions {
  /** "http://localhost:3000/sandbox": where the stand-ins are reached. */
  readonly sandboxUrl: string
  /** "http://localhost:3000": the shop they stand in for, to which the gateway's page sends payers back. */
  readonly publicUrl: string
  /** All shops that payers may be sent back to. Absent: the one above. */
  readonly shopUrls?: readonly string[]
  /** Shown on the start page; none where there is no demo. */
  readonly signIns?: StartPageOptions["signIns"]
  /** The mail server's port; 0 takes any free one. */
  readonly smtpPort: number
  readonly virtfusionToken: string
  /** False in simulations: they send the gateway's notices when it is their turn. */
  readonly sendsNotices?: boolean
}

export interface Sandbox {
  readonly mounts: readonly Mount[]
  readonly smtpUrl: string
  stop(): Promise<void>
}

/** All outside systems, standing in. Never in production: the settings refuse it. */
export async function openSandbox(ground: Ground, options: SandboxOptions): Promise<Sandbox> {
  const { database, clock, log } = ground
  const card = { database, clock, baseUrl: `${options.sandboxUrl}/card` }
  const outside = createOutside({ userAgent: "Sandbox card gateway" })
  const notices =
    options.sendsNotices === false
      ? undefined
      : startNoticeSender({ ...card, outside }, (error) =>
          log.warn({ error: String(error) }, "the gateway's notices could not be sent"),
        )
  const mailbox = await openMailbox({ database, clock, log, port: options.smtpPort })
  const basePath = new URL(options.sandboxUrl).pathname
  const mover = createMover(ground)
  const apps: Record<string, Hono> = {
    [`${basePath}/card`]: createCard(card),
    [`${basePath}/virtfusion`]: createVirtfusion({
      database,
      clock,
      basePath: `${basePath}/virtfusion`,
      token: options.virtfusionToken,
    }),
    [`${basePath}/mailbox`]: createMailbox({ database, clock, basePath: `${basePath}/mailbox` }),
    [`${basePath}/breaches`]: createBreaches({ database, clock, basePath: `${basePath}/breaches` }),
    [`${basePath}/access`]: createAccess({ database, clock, basePath: `${basePath}/access` }),
    [`${basePath}/names`]: createNames({ database, clock, basePath: `${basePath}/names` }),
    [`${basePath}/vies`]: createVies({ database, clock, basePath: `${basePath}/vies` }),
    ...openHouses(ground, options),
    [`${basePath}/clock`]: createClockPage({
      database,
      clock,
      basePath: `${basePath}/clock`,
      languageOf,
      listZones: async () => (await listTenantZones(ground)).map((tenant) => tenant.zone),
      begin: mover.begin,
      sayProblem: sayClockProblem,
      refresh: ground.refreshClock,
    }),
    [basePath]: createStartPage({
      publicUrl: options.publicUrl,
      signIns: options.signIns ?? [],
      basePath,
      languageOf,
    }),
  }
  return {
    mounts: Object.entries(apps).map(([prefix, app]) => ({
      ...mountOf(prefix, app, options.shopUrls ?? [options.publicUrl]),
      // The parts that our pages are made of, which the pages themselves show.
      pages: [`${basePath}/parts`],
    })),
    smtpUrl: `smtp://127.0.0.1:${mailbox.port}`,
    stop: async () => {
      await mover.stop()
      await notices?.stop()
      await Promise.all([mailbox.close(), outside.close()])
    },
  }
}

/** What the demo company registered at every sign-in elsewhere. */
export const HOUSE_CLIENT = { clientId: "demo-shop", clientSecret: "demo-shop-secret" } as const

/** The sign-ins elsewhere. */
function openHouses({ database, clock }: Ground, { sandboxUrl }: SandboxOptions): Record<string, Hono> {
  const { pathname } = new URL(sandboxUrl)
  const names = Object.keys(houseNames) as HouseName[]
  return Object.fromEntries(
    names.map((house) => [
      `${pathname}/${house}`,
      createHouse({
        database,
        clock,
        basePath: `${pathname}/${house}`,
        baseUrl: `${sandboxUrl}/${house}`,
        house,
        ...HOUSE_CLIENT,
      }),
    ]),
  )
}

/** Plays days ahead in this process when the clock's page asks for it; ends between two stops when we stop. */
function createMover(ground: Ground) {
  const stopping = new AbortController()
  let moving: Promise<void> = Promise.resolve()
  const begin = async (to: Temporal.Instant): Promise<Say | undefined> => {
    try {
      const { done } = await beginAdvance(ground, { to, signal: stopping.signal })
      moving = done.catch((error: unknown) =>
        ground.log.warn({ error: String(error) }, "the company's time was not moved to its end"),
      )
      return undefined
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { en: sayRefusal(error, "en"), ko: sayRefusal(error, "ko") }
    }
  }
  return {
    begin,
    stop: async () => {
      stopping.abort()
      await moving
    },
  }
}

/** A shop's account at the stand-in gateway. */
export async function openMerchant(
  ground: Ground,
  options: {
    sandboxUrl: string
    name: string
    apiKey: string
    webhookUrl: string
    webhookSecret: string
    taxPercent: number
    feeBasisPoints?: number
  },
): Promise<void> {
  const { sandboxUrl, ...merchant } = options
  await withBooks({ ...ground, baseUrl: `${sandboxUrl}/card` }, (books) => ensureMerchant(books, merchant))
}

function mountOf(prefix: string, app: Hono, shopUrls: readonly string[]): Mount {
  const mounted = new Hono({ getPath: (request) => pathBelow(prefix, request) }).route(prefix, app)
  // To whoever logs and words the failures of all the others.
  mounted.onError((error) => {
    throw error
  })
  return {
    prefix,
    area: "sandbox",
    role: "sandbox",
    needsTenant: false,
    answer: async (request, arrival, connection) => {
      const refusal = findForeign(request, arrival.origin)
      if (refusal) return problemResponse(toProblem(refusal, { ...arrival, language: "en" }))
      const answer = await mounted.fetch(request, connection)
      const { headers, status } = answer
      if (headers.has("content-security-policy")) return answer
      // Copied, because some answers' headers are locked.
      const named = new Response(answer.body, { status, headers: new Headers(headers) })
      named.headers.set("content-security-policy", pagePolicy(shopUrls))
      return named
    },
  }
}

/** With and without a slash at the end: people type both. Below it a slash is the provider's own and stays. */
function pathBelow(prefix: string, request: Request): string {
  const { pathname } = new URL(request.url)
  return pathname === `${prefix}/` ? prefix : pathname
}

/** Some other site's page must not press our switches through a visitor's browser. */
function findForeign(request: Request, origin: string): Refusal | undefined {
  try {
    refuseForeignOrigin(request, origin)
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error
  }
}

/** Plain pages with forms, and no scripts. The payment page's form ends in a shop, whose origin may be another. */
function pagePolicy(shopUrls: readonly string[]): string {
  const origins = shopUrls.map((url) => new URL(url).origin).join(" ")
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    `form-action 'self' ${origins}`,
  ].join("; ")
}
