import type { Clock } from "#kit/clock.ts"
import { type Log, silentLog } from "#kit/context.ts"
import type { StatementWatch } from "#kit/db.ts"
import {
  cloneTestDatabase,
  prepareOnce,
  type TestDatabase,
  type TestDatabaseOptions,
} from "#kit/testing/database.ts"
import { findFreePort } from "#kit/testing/free-port.ts"
import type { ApiClient } from "../api/api-door.ts"
import { type CheckedInvariant, checkInvariants } from "../check-invariants.ts"
import { readConfig } from "../config.ts"
import { DEMO_TENANT } from "../demo/demo-tenant.ts"
import { openDemoCompany } from "../demo/open-demo-company.ts"
import { type Ground, openGround } from "../ground.ts"
import type { MountedPath } from "../http/parts.ts"
import { openOwnDoor } from "../own-door.ts"
import { listen } from "../port.ts"
import { listReactions } from "../reactions.ts"
import { openSandbox } from "../sandbox.ts"
import { createServer } from "../serve.ts"
import { type CompanyBooks, openLookout, type Standing } from "./company-books.ts"
import { openPlayer, type PlayerOptions, type Settling } from "./company-player.ts"
import {
  type CardLeaving,
  type CustomerWish,
  type Order,
  type OrderWish,
  openShoppers,
  type Payment,
  type Shopper,
} from "./company-shoppers.ts"
import { TRIAL_FILES } from "./trial-files.ts"
import { trialKeyring } from "./trial-keyring.ts"

export interface CompanyOptions {
  /** A cluster with the migrated template in it: vitest's own, or one made for a proof. */
  readonly clusterUrl: string
  /** Who plays work, delivers events and lets time pass. Default: DBOS, in this process. */
  readonly player?: PlayerOptions
  /** How long the panel takes to build, in the company's seconds. */
  readonly buildSeconds?: number
  readonly maxConnections?: number
  readonly onStatement?: StatementWatch
  readonly log?: Log
  /** For a simulation: what its seeds decide besides the turns. */
  readonly seeded?: (clock: Clock) => Pick<Ground, "newId" | "outside">
  /** As in earnest: calls, sign-ins and mails are counted. */
  readonly rateLimits?: boolean
  /** Whose word about the caller's address and TLS is believed: a trial stands for a thousand callers by it. */
  readonly trustedProxy?: string
  /** Where the built pages are, for trials that need them. */
  readonly buildDirectory?: string
  /** The company's database as it begins. Default: the evening of its first day, before anybody came. */
  readonly template?: string
}

/** The whole demo company on a database of its own, its stand-ins behind a real port, ready to sell. */
export interface Company extends AsyncDisposable {
  readonly at: TestDatabase
  readonly ground: Ground
  readonly tenant: string
  /** "http://localhost:41234": shop, API, webhooks and stand-ins. */
  readonly url: string
  readonly smtpUrl: string
  /** Whoever is in here hears every statement. */
  readonly statements: Set<(text: string) => void>
  /** What its server answers, as it is mounted. */
  readonly paths: readonly MountedPath[]
  /** The public contract in process, as whoever asks; with a key, idempotent as over HTTP. */
  readonly visitor: ApiClient
  readonly operator: Shopper
  customer(wish?: CustomerWish): Promise<Shopper>
  /** The same person with what they may do by now: a door keeps what its holder could when it was opened. */
  again(shopper: Shopper, chosenAccountId?: string): Promise<Shopper>
  /** From the empty cart to an attempt to pay, by a new customer unless one is named. */
  placeOrder(wish?: OrderWish): Promise<Order>
  /** At the gateway's hosted page, over HTTP, as the payer's browser does it; and back to the shop. */
  pay(attemptId: string, payment?: Payment): Promise<void>
  /** A card is left at the gateway's page that was asked for, to be charged later. */
  leaveCard(by: Shopper, setupId: string, leaving?: CardLeaving): Promise<void>
  /** Until nothing is queued, undelivered or due; lets the company's time pass as far as `within`. */
  settle(settling?: Settling): Promise<void>
  /** Lets the company's time pass, day by day, with each day's sweeps. */
  travel(duration: Temporal.DurationLike): Promise<void>
  /** The names of all events since the last call, in order; complains when they are others than named. */
  expectEvents(...names: string[]): Promise<void>
  takeEvents(): Promise<string[]>
  /** What the gateway, the panel and the mail server have in their own books. */
  books(): Promise<CompanyBooks>
  /** Every promise asked of the database; complains about the broken ones. */
  checkInvariants(): Promise<CheckedInvariant[]>
  /** What is still to be done, at a glance. */
  stand(): Promise<Standing>
  /** The same in words, for a failure's message. */
  describeWork(): Promise<string>
  /** To the real server. */
  request(path: string, init?: RequestInit & { readonly json?: unknown }): Promise<Response>
  /** A switch of a stand-in: which call it spoils, how, how often. */
  fault(standIn: StandIn, fault: StandInFault): Promise<void>
  /** Takes back what has not struck yet, and says what that was. */
  clearFaults(standIn: StandIn): Promise<readonly UnusedFault[]>
}

export type StandIn = "card" | "virtfusion" | "mailbox" | "breaches" | "access" | "names" | "vies"

export interface UnusedFault {
  readonly call: string
  readonly remaining: number | null
}

export interface StandInFault {
  /** The mailbox knows but one and needs none. */
  readonly call: string
  readonly fault: string
  readonly remaining?: number | null
  readonly delayMs?: number
}

const FURNISHED = "hostwell_furnished"

export const CARD_KEY = "sk_test_of_the_company"
export const CARD_SECRET = "whsec_of_the_company"
export const PANEL_TOKEN = "panel-token-of-the-company"

/** With the first start's own work done once for all, unless a simulation's seeds decide that as well. */
export async function openCompany(options: CompanyOptions): Promise<Company> {
  if (options.seeded) return open(options)
  return open(options, { template: options.template ?? (await prepareFurnished(options.clusterUrl)) })
}

function prepareFurnished(clusterUrl: string): Promise<string> {
  return prepareOnce(clusterUrl, FURNISHED, async () => {
    const furnished = await open({ clusterUrl, player: { kind: "memory", seed: 1 } }, { keepAs: FURNISHED })
    await furnished[Symbol.asyncDispose]()
  })
}

async function open(
  options: CompanyOptions,
  database: Pick<TestDatabaseOptions, "template" | "keepAs"> = {},
): Promise<Company> {
  const player = options.player ?? { kind: "dbos" }
  await using opening = new AsyncDisposableStack()
  const { at, ground, statements } = await openRooms(opening, { ...options, player }, database)
  const { url, smtpUrl, paths } = await openHouse(opening, ground, options)
  const lookout = opening.use(openLookout(at))
  const shoppers = await openShoppers(ground, {
    url,
    door: openOwnDoor(ground, url),
    // Whoever has processes killed while it sells meets a full house now and then.
    arePatient: player.kind === "elsewhere",
  })
  const playing = opening.use(await openPlayer(player, { ground, at, url, smtpUrl, lookout, statements }))
  await setBuildTime(url, options.buildSeconds ?? 10)
  if (options.player?.kind !== "elsewhere") await playing.settle({ within: { seconds: 0 } })
  await lookout.takeEvents()
  const closing = opening.move()
  return {
    at,
    statements,
    ground,
    tenant: DEMO_TENANT,
    url,
    smtpUrl,
    paths,
    visitor: shoppers.visitor,
    operator: shoppers.operator,
    customer: shoppers.customer,
    again: shoppers.again,
    placeOrder: shoppers.placeOrder,
    pay: (attemptId, payment) => shoppers.pay(attemptId, payment, playing.nudge),
    leaveCard: (by, setupId, leaving = {}) => shoppers.leaveCard(by, setupId, leaving, playing.nudge),
    settle: playing.settle,
    travel: playing.travel,
    stand: () => lookout.stand(ground.clock.now()),
    describeWork: lookout.describeWork,
    takeEvents: lookout.takeEvents,
    expectEvents: lookout.expectEvents,
    books: () => lookout.books(),
    checkInvariants: () => insistOnInvariants(at.ownerUrl),
    request: (path, init) => request(url, path, init),
    fault: (standIn, fault) => setFault(url, standIn, fault),
    clearFaults: (standIn) => clearFaults(url, standIn),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

/** A database of its own, and the ground that stands on it. */
async function openRooms(
  opening: AsyncDisposableStack,
  { player, ...options }: CompanyOptions & { readonly player: PlayerOptions },
  database: Pick<TestDatabaseOptions, "template" | "keepAs">,
) {
  const log = options.log ?? silentLog
  const runner = player.kind === "memory" ? "memory" : "dbos"
  const at = opening.use(await cloneTestDatabase(options.clusterUrl, { log, runner, ...database }))
  const statements = new Set<(text: string) => void>()
  const ground = await openGround({
    appUrl: at.database.url,
    keyring: trialKeyring(),
    log,
    allowPrivate: true,
    filesPlace: TRIAL_FILES,
    ...(options.maxConnections === undefined ? {} : { maxConnections: options.maxConnections }),
    onStatement: (text, backend) => {
      for (const listen of statements) listen(text)
      return options.onStatement?.(text, backend)
    },
    // Processes of their own find the company's time in the database; in this one it stands until it is moved.
    ...(player.kind === "elsewhere" ? {} : { clock: at.clock }),
    ...options.seeded?.(at.clock),
  })
  opening.defer(() => ground.close())
  return { at, ground, statements }
}

/** The web server with the stand-ins behind it, and the demo company that uses them. */
async function openHouse(opening: AsyncDisposableStack, ground: Ground, options: CompanyOptions) {
  const { buildDirectory } = options
  const sendsNotices = options.player?.kind !== "memory"
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const doors = {
    publicUrl: url,
    sandboxUrl: `${url}/sandbox`,
    cardApiKey: CARD_KEY,
    cardWebhookSecret: CARD_SECRET,
    virtfusionToken: PANEL_TOKEN,
  }
  const sandbox = await openSandbox(ground, { ...doors, smtpPort: 0, sendsNotices, signIns: [] })
  opening.defer(() => sandbox.stop())
  await openDemoCompany(ground, doors)
  const config = readConfig({
    PORT: String(port),
    HOSTWELL_RATE_LIMITS: options.rateLimits ? "yes" : "no",
    LOG_LEVEL: "silent",
    ...(options.trustedProxy === undefined ? {} : { TRUSTED_PROXY: options.trustedProxy }),
  })
  const web = await createServer(ground, {
    config,
    mounts: sandbox.mounts,
    ...(buildDirectory === undefined ? {} : { buildDirectory }),
  })
  opening.defer(() => web.stop(1_000))
  await listen(web.server, port)
  return { url, smtpUrl: sandbox.smtpUrl, paths: web.paths }
}

/** Complains about every broken promise. */
export async function insistOnInvariants(ownerUrl: string): Promise<CheckedInvariant[]> {
  const reactions = listReactions(new Map(), trialKeyring()).map(({ name, to }) => ({
    reaction: name,
    event: to.name,
  }))
  const checked = await checkInvariants(ownerUrl, { reactions })
  const broken = checked.filter(({ violations }) => violations.length > 0)
  if (broken.length === 0) return checked
  const words = broken.map(
    ({ promise, violations }) =>
      `${promise}\n${violations.map((row) => `  ${Object.values(row).join(" · ")}`).join("\n")}`,
  )
  throw new Error(`Broken promises:\n${words.join("\n")}`)
}

async function request(
  url: string,
  path: string,
  { json, ...init }: RequestInit & { readonly json?: unknown } = {},
): Promise<Response> {
  const headers = new Headers(init.headers)
  if (json !== undefined) headers.set("content-type", "application/json")
  const body = json === undefined ? init.body : JSON.stringify(json)
  return fetch(url + path, {
    method: body === undefined || body === null ? "GET" : "POST",
    redirect: "manual",
    ...init,
    headers,
    ...(body === undefined ? {} : { body }),
  })
}

async function setFault(url: string, standIn: string, fault: StandInFault): Promise<void> {
  const answer = await request(url, `/sandbox/${standIn}/control/faults`, {
    json: { remaining: 1, delayMs: 50, ...fault },
  })
  if (!answer.ok) throw new Error(`That fault is not to be had: ${await answer.text()}`)
}

async function clearFaults(url: string, standIn: StandIn): Promise<readonly UnusedFault[]> {
  const path = `/sandbox/${standIn}/control/faults`
  const { items } = (await (await request(url, path)).json()) as { items: UnusedFault[] }
  const answer = await request(url, path, { method: "DELETE" })
  if (!answer.ok) throw new Error(`The faults stay: ${await answer.text()}`)
  return items
}

async function setBuildTime(url: string, buildSeconds: number): Promise<void> {
  const answer = await request(url, "/sandbox/virtfusion/control/settings", {
    method: "PUT",
    json: { buildSeconds, serversPerGroup: 1_000_000 },
  })
  if (!answer.ok) throw new Error(`The panel keeps its own pace: ${await answer.text()}`)
}
