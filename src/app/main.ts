import { randomUUID } from "node:crypto"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { machineClock, monotonicMs } from "#kit/clock.ts"
import { AlreadyRunning, PostgresFailure } from "#kit/postgres/errors.ts"
import { listTenants } from "#tenancy"
import { type Config, ConfigProblem, readConfig } from "./config.ts"
import { openConfiguredDatabase } from "./database.ts"
import { demoPeople, listDemoSignIns, SECOND_DEMO_HOST, secondDemoPeople } from "./demo/demo-tenant.ts"
import { openDemoCompany, openSecondDemoShop, type SandboxDoors } from "./demo/open-demo-company.ts"
import { type PastOptions, playPast } from "./demo/past/play-past.ts"
import { DemoDataInProduction, refuseDemoData } from "./demo/refuse-demo-data.ts"
import { openDevPages } from "./dev-pages.ts"
import { type Ground, openGround } from "./ground.ts"
import type { Mount } from "./http/parts.ts"
import { openKeyring } from "./keys.ts"
import { beginLifecycle, type Lifecycle, REFUSED } from "./lifecycle.ts"
import { createLog } from "./log.ts"
import { nameServiceUrlOf, viesUrlOf } from "./name-service.ts"
import { checkPort, explainPort, listen } from "./port.ts"
import { findRunning, removeRunning, writeRunning } from "./running-file.ts"
import { openSandbox } from "./sandbox.ts"
import { createServer } from "./serve.ts"
import { startTracing } from "./tracing.ts"
import { startWorker } from "./worker.ts"

const buildDirectory = fileURLToPath(new URL("../../build", import.meta.url))
const say = (words: string) => void process.stdout.write(`${words}\n`)
const config = readOrRefuse()
const log = createLog({ level: config.logLevel })
const lifecycle = beginLifecycle({ log })
try {
  await start(lifecycle)
} catch (error) {
  const words = explain(error)
  if (words) process.stderr.write(`\n${words}\n`)
  else log.error({ error }, "could not start")
  await lifecycle.stop("could not start", words ? REFUSED : 1)
}

async function start({ onStop, announceReady, stopping }: Lifecycle): Promise<void> {
  // With a living neighbour in this home the database has the better words for it.
  const port = findRunning(config.home) ? config.port : await checkPort(config.port)
  const tracing = await startTracing(config.tracesUrl)
  if (tracing) onStop("traces", () => tracing.stop())
  const keyring = openKeyring(config)
  const { appUrl } = await openConfiguredDatabase(config, { onStop, log, say })
  if (stopping.aborted) return
  const ground = await openGround({
    appUrl,
    keyring,
    log,
    allowPrivate: config.isSandbox,
    filesPlace: join(config.home, "files"),
  })
  onStop("database connections", () => ground.close())
  const url = `http://localhost:${port}`
  const doors = doorsOf(ground, url)
  if (config.demo && config.demoPast && (await isNewHouse(ground))) {
    await playDemoPast({ appUrl, keyring, port, doors, stopping })
    if (stopping.aborted) return
  }
  const { mounts, smtpUrl } = await openStandIns(ground, doors, onStop)
  if (config.isProduction) await refuseDemoData(ground)
  // The settings saw to it that a worker has a mail server.
  if (config.roles.includes("worker") && smtpUrl !== undefined) {
    const executorId = config.executor ?? `${process.pid}-${randomUUID().slice(0, 8)}`
    const worker = await startWorker(ground, {
      executorId,
      smtpUrl,
      nameServiceUrl: nameServiceUrlOf(config),
      viesUrl: viesUrlOf(config),
    })
    onStop("worker", () => worker.stop())
  }
  if (stopping.aborted) return
  const dev = process.argv.includes("--dev") ? openDevPages() : undefined
  const pages = dev ? { loadPages: dev.loadPages } : { buildDirectory }
  const web = await createServer(ground, { config, mounts, ...pages })
  onStop("HTTP", () => web.stop())
  if (dev) {
    onStop("the bundler", () => dev.stop())
    await dev.attach(web)
  }
  await listen(web.server, port)
  writeRunning(config.home, url)
  onStop("the note that we are running", async () => removeRunning(config.home))
  say(readyWords(url))
  announceReady()
}

/** What the stand-ins and the demo company agree on: the same at every start. */
/** What card gateways keep of a charge where nothing else was agreed: 2.9 percent. */
const DEMO_FEE_BASIS_POINTS = 290

function doorsOf({ keyring }: Ground, url: string): SandboxDoors {
  const secret = (name: string) => keyring.mac("sandbox", name)
  return {
    publicUrl: url,
    sandboxUrl: `${url}/sandbox`,
    cardApiKey: secret("card api key"),
    cardWebhookSecret: secret("card webhooks"),
    cardFeeBasisPoints: DEMO_FEE_BASIS_POINTS,
    virtfusionToken: secret("virtfusion token"),
  }
}

/** Whoever has a shop here already must not have their days played again by a clock that begins in the past. */
async function isNewHouse({ database }: Ground): Promise<boolean> {
  if (!config.roles.includes("sandbox")) return false
  return (await database.transactAcrossTenants(listTenants)).length === 0
}

/** Once in the life of a home: later starts find the company as people left it. */
async function playDemoPast(
  given: Pick<PastOptions, "appUrl" | "keyring" | "port" | "doors" | "stopping">,
): Promise<void> {
  say("Playing eighteen months of the demo company …")
  const beganMs = monotonicMs()
  await playPast({
    ...given,
    config,
    filesPlace: join(config.home, "files"),
    until: machineClock.now(),
  })
  say(`The demo company has a past (${((monotonicMs() - beganMs) / 1_000).toFixed(1)} s).`)
}

/** The sandbox role, if this process has it: stand-ins, and in the demo a company that uses them. */
async function openStandIns(
  ground: Ground,
  doors: SandboxDoors,
  onStop: Lifecycle["onStop"],
): Promise<{ mounts: readonly Mount[]; smtpUrl: string | undefined }> {
  if (!config.roles.includes("sandbox")) return { mounts: [], smtpUrl: config.smtpUrl }
  const url = doors.publicUrl
  const second = { ...doors, ...secondShopDoors((name) => ground.keyring.mac("sandbox", name), url) }
  const sandbox = await openSandbox(ground, {
    ...doors,
    shopUrls: config.demo ? [url, second.publicUrl] : [url],
    smtpPort: 0,
    signIns: config.demo ? listDemoSignIns() : [],
  })
  onStop("stand-ins", () => sandbox.stop())
  if (config.demo) {
    say("Opening the demo company …")
    await openDemoCompany(ground, doors)
    await openSecondDemoShop(ground, second)
  }
  return { mounts: sandbox.mounts, smtpUrl: config.smtpUrl ?? sandbox.smtpUrl }
}

/** The same stand-ins, where the second shop has an account and keys of its own. */
function secondShopDoors(secret: (name: string) => string, url: string) {
  return {
    publicUrl: secondShopUrl(url),
    cardApiKey: secret("card api key of the second shop"),
    cardWebhookSecret: secret("card webhooks of the second shop"),
  }
}

function secondShopUrl(url: string): string {
  return `http://${SECOND_DEMO_HOST}:${new URL(url).port || 80}`
}

function readyWords(url: string): string {
  const { operator, english, korean } = demoPeople
  const signIns = [
    `  operator             ${operator.email}   ${operator.password}`,
    `  customer, English    ${english.email}   ${english.password}`,
    `  customer, Korean     ${korean.email}    ${korean.password}`,
    "",
    "And in the second shop, which knows nobody of the first:",
    `  operator             ${secondDemoPeople.operator.email}  ${secondDemoPeople.operator.password}`,
    `  customer             ${secondDemoPeople.customer.email}    ${secondDemoPeople.customer.password}`,
  ]
  return [
    "",
    `Hostwell is ready: ${url}`,
    "",
    `  shop                 ${url}   (한국어: ${url}/ko)`,
    `  customers            ${url}/portal`,
    `  staff                ${url}/admin`,
    `  API                  ${url}/api/docs`,
    ...(config.demo
      ? [`  a second demo shop   ${secondShopUrl(url)}   (staff: ${secondShopUrl(url)}/admin)`]
      : []),
    ...(config.roles.includes("sandbox")
      ? [`  stand-ins            ${url}/sandbox   (mail, panel, card gateway, clock)`]
      : []),
    ...(config.demo ? ["", "Sign in with (demo data):", ...signIns] : []),
    "",
    "Stop with Ctrl-C.",
  ].join("\n")
}

function readOrRefuse(): Config {
  try {
    return readConfig()
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error
    process.stderr.write(`\n${error.message}\n`)
    process.exit(REFUSED)
  }
}

/** The sentence for a person, when this is something foreseen. */
function explain(error: unknown): string | undefined {
  if (error instanceof PostgresFailure || error instanceof DemoDataInProduction) return error.message
  if (!(error instanceof AlreadyRunning)) return explainPort(error, config.port)
  const running = findRunning(config.home)
  return running?.pid === error.pid
    ? `Hostwell is already running at ${running?.url} (process ${error.pid}).`
    : error.message
}
