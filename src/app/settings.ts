import { z } from "zod"
import { apiContract } from "./contract.ts"
import { isAddressRange } from "./http/client-address.ts"

export const modes = ["sandbox", "production"] as const
export const roles = ["web", "api", "worker", "sandbox"] as const
export type Role = (typeof roles)[number]
export const logLevels = ["debug", "info", "warn", "error", "silent"] as const
/** What HOSTWELL_MODULES may pick from: the modules with a public face. */
export const moduleNames = Object.keys(apiContract)

export interface Obstacle {
  readonly name: string
  readonly words: string
}

/** Every setting: its variable, what it may be (for people), how it is read, and whether it may be shown. */
const settingTable = {
  port: setting("PORT", "a whole number from 0 to 65535", wholeNumber(65_535).default(3000)),
  home: setting("HOSTWELL_HOME", "a directory", z.string().default(".hostwell")),
  mode: setting("HOSTWELL_MODE", modes.join(" or "), z.enum(modes).default("sandbox")),
  roles: setting("HOSTWELL_ROLES", `some of ${roles.join(", ")}`, listOf(z.enum(roles)).optional()),
  modules: setting(
    "HOSTWELL_MODULES",
    `some of ${moduleNames.join(", ")}`,
    listOf(z.enum(moduleNames as [string, ...string[]])).optional(),
  ),
  demo: setting("HOSTWELL_DEMO", "yes or no", yesOrNo().optional()),
  demoPast: setting("HOSTWELL_DEMO_PAST", "yes or no", yesOrNo().optional()),
  executor: setting("HOSTWELL_EXECUTOR", "up to 60 letters, digits and hyphens", executorName().optional()),
  databaseUrl: secret("DATABASE_URL", "postgres://owner:password@host/database", postgresUrl().optional()),
  databaseAppUrl: secret(
    "DATABASE_APP_URL",
    "postgres://hostwell_app:password@host/database",
    postgresUrl().optional(),
  ),
  keys: secret(
    "HOSTWELL_KEYS",
    "id:key, the current one first, each key 32 random bytes in base64 (openssl rand -base64 32)",
    keyList().optional(),
  ),
  smtpUrl: secret(
    "SMTP_URL",
    "smtp://user:password@host:587 or smtps://…",
    urlWith(["smtp:", "smtps:"]).optional(),
  ),
  breachedPasswordsUrl: setting(
    "HOSTWELL_BREACHED_PASSWORDS_URL",
    "the address of a copy of Have I Been Pwned's password ranges: https://api.pwnedpasswords.com",
    urlWith(["http:", "https:"]).optional(),
  ),
  nameServiceUrl: setting(
    "HOSTWELL_DNS_URL",
    "where host names are looked up, DNS over HTTPS with JSON answers: https://cloudflare-dns.com/dns-query",
    urlWith(["http:", "https:"]).optional(),
  ),
  viesUrl: setting(
    "HOSTWELL_VIES_URL",
    "who is asked about VAT numbers: https://ec.europa.eu/taxation_customs/vies",
    urlWith(["http:", "https:"]).optional(),
  ),
  metricsToken: secret("HOSTWELL_METRICS_TOKEN", "at least 16 characters", z.string().min(16).optional()),
  rateLimits: setting("HOSTWELL_RATE_LIMITS", "yes or no", yesOrNo().optional()),
  logLevel: setting("LOG_LEVEL", logLevels.join(", "), z.enum(logLevels).optional()),
  tracesUrl: setting(
    "OTEL_EXPORTER_OTLP_ENDPOINT",
    "http://collector:4318",
    urlWith(["http:", "https:"]).optional(),
  ),
  trustedProxies: setting(
    "TRUSTED_PROXY",
    "addresses or ranges of your own proxies: 10.0.0.0/8,127.0.0.1",
    listOf(z.string().refine(isAddressRange)).default([]),
  ),
}

type Table = typeof settingTable
type Read = { readonly [Name in keyof Table]: z.output<Table[Name]["shape"]> }

export interface Settings
  extends Omit<Read, "roles" | "modules" | "demo" | "demoPast" | "rateLimits" | "logLevel"> {
  readonly roles: readonly Role[]
  readonly modules: readonly string[]
  readonly demo: boolean
  /** Whether the demo company has some weeks behind it when it is first seen. */
  readonly demoPast: boolean
  readonly logLevel: (typeof logLevels)[number]
  /** Off only for measuring. */
  readonly rateLimits: boolean
}

export function readSettings(environment: Record<string, string | undefined>): {
  settings: Settings
  obstacles: Obstacle[]
} {
  const obstacles: Obstacle[] = []
  const read: Record<string, unknown> = {}
  for (const [name, { variable, allowed, shape, isSecret }] of Object.entries(settingTable)) {
    const text = environment[variable]?.trim() || undefined
    const result = shape.safeParse(text)
    if (result.success) read[name] = result.data
    else obstacles.push({ name: variable, words: wordsFor(text, allowed, isSecret) })
  }
  obstacles.push(...unknownSettings(environment))
  const given = read as unknown as Read
  const settings = {
    ...given,
    roles: given.roles ?? (given.mode === "production" ? roles.filter((role) => role !== "sandbox") : roles),
    modules: given.modules ?? moduleNames,
    demo: given.demo ?? given.mode === "sandbox",
    demoPast: given.demoPast ?? true,
    // At a terminal only what needs a look; what collects logs in production gets every request.
    logLevel: given.logLevel ?? (given.mode === "production" ? ("info" as const) : ("warn" as const)),
    rateLimits: given.rateLimits ?? true,
  }
  if (obstacles.length === 0) obstacles.push(...refuseMute(settings))
  if (obstacles.length === 0 && settings.mode === "production")
    obstacles.push(...refuseInProduction(settings))
  return { settings, obstacles }
}

export function describeObstacles(obstacles: readonly Obstacle[]): string {
  const lines = obstacles.map(({ name, words }) => `  ${name} ${words}`)
  return [`Hostwell can't start with these settings:`, ...lines].join("\n")
}

/** Who works has mails to send; only the stand-in mailbox in the same process makes that go without saying. */
function refuseMute({ roles: taken, smtpUrl }: Settings): Obstacle[] {
  if (smtpUrl !== undefined || !taken.includes("worker") || taken.includes("sandbox")) return []
  return [{ name: "SMTP_URL", words: `is needed by a worker: ${settingTable.smtpUrl.allowed}.` }]
}

function refuseInProduction(settings: Settings): Obstacle[] {
  const mode = "with HOSTWELL_MODE=production"
  return [
    ...(settings.roles.includes("sandbox")
      ? [
          {
            name: "HOSTWELL_ROLES",
            words: `must not name sandbox ${mode}: no stand-ins where money is real.`,
          },
        ]
      : []),
    ...(settings.demo
      ? [{ name: "HOSTWELL_DEMO", words: `must not be yes ${mode}: no demo company beside real ones.` }]
      : []),
    ...(settings.rateLimits ? [] : [{ name: "HOSTWELL_RATE_LIMITS", words: `must not be no ${mode}.` }]),
    ...(settings.keys
      ? settings.keys.filter(isGuessable).map((key) => ({
          name: "HOSTWELL_KEYS",
          words: `holds a default secret as ${key.id} ${mode}: make one with openssl rand -base64 32.`,
        }))
      : [{ name: "HOSTWELL_KEYS", words: `is needed ${mode}: ${settingTable.keys.allowed}.` }]),
  ]
}

/** Random bytes repeat little: 32 of them with fewer than 12 different values were typed by a person. */
function isGuessable({ key }: { key: Uint8Array }): boolean {
  return new Set(key).size < 12
}

function wordsFor(text: string | undefined, allowed: string, isSecret: boolean): string {
  if (text === undefined) return `is needed: ${allowed}.`
  return `is ${isSecret ? "(hidden)" : JSON.stringify(text)}; it must be ${allowed}.`
}

/** A typing mistake in a name would otherwise be a default that nobody chose. */
function unknownSettings(environment: Record<string, string | undefined>): Obstacle[] {
  const known = Object.values(settingTable).map((one) => one.variable)
  return Object.keys(environment)
    .filter((name) => name.startsWith("HOSTWELL_") && !known.includes(name))
    .map((name) => ({
      name,
      words: `is not a setting. There are ${known.filter((one) => one.startsWith("HOSTWELL_")).join(", ")}.`,
    }))
}

function setting<Shape extends z.ZodType>(variable: string, allowed: string, shape: Shape) {
  return { variable, allowed, shape, isSecret: false }
}

function secret<Shape extends z.ZodType>(variable: string, allowed: string, shape: Shape) {
  return { variable, allowed, shape, isSecret: true }
}

function wholeNumber(most: number) {
  return z
    .stringFormat("whole", /^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(most))
}

function listOf<Item extends z.ZodType<unknown, string>>(item: Item) {
  return z
    .string()
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    )
    .pipe(z.array(item).min(1))
}

function yesOrNo() {
  return z.enum(["yes", "no"]).transform((text) => text === "yes")
}

function executorName() {
  return z.stringFormat("executor", /^[\w-]{1,60}$/)
}

function urlWith(protocols: readonly string[]) {
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))
}

function postgresUrl() {
  return urlWith(["postgres:", "postgresql:"])
}

function keyList() {
  const shape = /^([a-z0-9-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/
  return listOf(z.string().regex(shape)).transform((parts) =>
    parts.map((part) => {
      const [, id = "", key = ""] = shape.exec(part) ?? []
      return { id, key: new Uint8Array(Buffer.from(key, "base64")) }
    }),
  )
}
