import { randomBytes } from "node:crypto"
import { describe, expect, it } from "vitest"
import { readConfig } from "./config.ts"

const key = randomBytes(32).toString("base64")
const production = {
  HOSTWELL_MODE: "production",
  HOSTWELL_KEYS: `k1:${key}`,
  SMTP_URL: "smtps://hostwell:secret@mail.example",
}

function complaints(environment: Record<string, string>): string {
  try {
    readConfig(environment)
    return ""
  } catch (error) {
    return String(error instanceof Error ? error.message : error)
  }
}

describe("settings", () => {
  it("have defaults that make a working sandbox", () => {
    const config = readConfig({ PATH: "/bin" })
    expect(config).toMatchObject({
      port: 3000,
      mode: "sandbox",
      demo: true,
      logLevel: "warn",
      rateLimits: true,
    })
    expect(config.roles).toEqual(["web", "api", "worker", "sandbox"])
    expect(config.home).toMatch(/\/\.hostwell$/)
    expect(config.modules).toContain("billing")
  })

  it("are read as what they mean", () => {
    const config = readConfig({
      PORT: "8080",
      HOSTWELL_ROLES: "web, api",
      HOSTWELL_KEYS: `new:${key},old:${randomBytes(32).toString("base64url")}`,
      TRUSTED_PROXY: "10.0.0.0/8, ::1",
      SMTP_URL: "",
    })
    expect(config.port).toBe(8080)
    expect(config.roles).toEqual(["web", "api"])
    expect(config.keys?.map((one) => [one.id, one.key.length])).toEqual([
      ["new", 32],
      ["old", 32],
    ])
    expect(config.trustedProxies).toEqual(["10.0.0.0/8", "::1"])
    expect(config.smtpUrl).toBeUndefined()
  })

  it("name every wrong one at once, with its value and what it may be, but no secret", () => {
    const words = complaints({
      PORT: "seventy",
      HOSTWELL_MODE: "prod",
      HOSTWELL_ROLES: "web,cook",
      DATABASE_URL: "mysql://root:hunter2@db/x",
      HOSTWELL_KEYS: "k1:tooshort",
      TRUSTED_PROXY: "everyone",
      LOG_LEVEL: "loud",
      HOSTWELL_MODULE: "billing",
    })
    expect(words).toContain(`PORT is "seventy"; it must be a whole number from 0 to 65535.`)
    expect(words).toContain(`HOSTWELL_MODE is "prod"; it must be sandbox or production.`)
    expect(words).toContain(`HOSTWELL_ROLES is "web,cook"; it must be some of web, api, worker, sandbox.`)
    expect(words).toContain("DATABASE_URL is (hidden); it must be postgres://")
    expect(words).toContain("HOSTWELL_KEYS is (hidden); it must be id:key")
    expect(words).toContain(`TRUSTED_PROXY is "everyone"`)
    expect(words).toContain(`LOG_LEVEL is "loud"; it must be debug, info, warn, error, silent.`)
    expect(words).toContain("HOSTWELL_MODULE is not a setting. There are HOSTWELL_HOME, HOSTWELL_MODE")
    expect(words).not.toMatch(/hunter2|tooshort/)
  })

  it("want a mail server of a worker without stand-ins, and of nobody else", () => {
    expect(complaints({ HOSTWELL_ROLES: "worker" })).toContain("SMTP_URL is needed by a worker")
    expect(complaints({ HOSTWELL_ROLES: "web,api" })).toBe("")
    expect(complaints({ HOSTWELL_ROLES: "worker,sandbox" })).toBe("")
  })

  it("refuse port 65536 and a database that is none", () => {
    expect(complaints({ PORT: "65536" })).toContain("PORT is")
    expect(complaints({ DATABASE_URL: "postgres" })).toContain("DATABASE_URL")
  })

  it("let production start without the sandbox", () => {
    const config = readConfig(production)
    expect(config).toMatchObject({ isProduction: true, demo: false, roles: ["web", "api", "worker"] })
  })

  it.each([
    ["the sandbox", { HOSTWELL_ROLES: "web,sandbox" }, "HOSTWELL_ROLES must not name sandbox"],
    ["demo data", { HOSTWELL_DEMO: "yes" }, "HOSTWELL_DEMO must not be yes"],
    ["no limits", { HOSTWELL_RATE_LIMITS: "no" }, "HOSTWELL_RATE_LIMITS must not be no"],
    ["a worker without a mail server", { SMTP_URL: "" }, "SMTP_URL is needed by a worker"],
    ["no key", { HOSTWELL_KEYS: "" }, "HOSTWELL_KEYS is needed"],
    [
      "a default secret",
      { HOSTWELL_KEYS: `k1:${Buffer.alloc(32, "change-me").toString("base64")}` },
      "holds a default secret as k1",
    ],
  ])("refuse production with %s", (_, wrong, words) => {
    expect(complaints({ ...production, ...wrong })).toContain(words)
  })
})
