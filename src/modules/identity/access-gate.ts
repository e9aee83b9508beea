import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from "jose"
import { z } from "zod"
import { asDate, machineClock, monotonicMs } from "#kit/clock.ts"
import type { Log } from "#kit/context.ts"
import type { Outside } from "#kit/outside/outside.ts"
import { OutsideError } from "#kit/outside/outside-error.ts"
import { path } from "#kit/outside/path.ts"

/** Where a shop's staff come through a zero-trust proxy: Cloudflare Access, a team and one application of it. */
export interface AccessSetting {
  /** "acme" of acme.cloudflareaccess.com. */
  readonly team: string
  /** The application's audience tag. */
  readonly audience: string
}

/** In, or what is missing. Whatever can't be shown to be right is wrong. */
export type AccessVerdict =
  | { readonly isIn: true }
  | { readonly isIn: false; readonly because: "absent" | "wrong" | "another" | "unreachable"; why: string }

export interface AccessGate {
  judge(assertion: string | null, setting: AccessSetting & { email: string }): Promise<AccessVerdict>
}

export interface AccessGateOptions {
  readonly outside: Outside
  readonly log: Log
  readonly allowPrivate: boolean
  /** "https://acme.cloudflareaccess.com" of "acme", or our stand-in. */
  readonly teamUrl: (team: string) => string
}

/** Cloudflare renews its keys every six weeks and keeps the old ones for a week: an hour is soon enough. */
const FRESH_MS = 3_600_000
/** While the team's keys can't be fetched, the last ones go on for a day. */
const USABLE_MS = 86_400_000
/** A key nobody knows may be a new one; made-up ones must not set off a call each. */
const ASK_AGAIN_MS = 30_000
const TIMEOUT_MS = 3_000
const MOST_TEAMS = 500

const keySet = z.looseObject({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.literal("RSA") })) })

interface KnownKeys {
  readonly keys: JSONWebKeySet
  readonly atMs: number
}

/** Proves what the proxy says of whoever calls: signature, audience, issuer, time, and that it is the same person. */
export function createAccessGate(options: AccessGateOptions): AccessGate {
  const known = new Map<string, KnownKeys>()
  const recall = async (team: string, maxAgeMs: number): Promise<KnownKeys | undefined> => {
    const kept = known.get(team)
    if (kept && monotonicMs() - kept.atMs < maxAgeMs) return kept
    const keys = await fetchKeys(options, team)
    if (!keys) return kept && monotonicMs() - kept.atMs < USABLE_MS ? kept : undefined
    if (known.size >= MOST_TEAMS) known.clear()
    const fresh = { keys, atMs: monotonicMs() }
    known.set(team, fresh)
    return fresh
  }
  return {
    judge: async (assertion, setting) => {
      if (!assertion) return out("absent", "no Cf-Access-Jwt-Assertion")
      const keys = await recall(setting.team, FRESH_MS)
      if (!keys) return out("unreachable", `no keys of ${setting.team}`)
      const verdict = await verify(assertion, keys.keys, setting)
      if (verdict !== "unknown key") return verdict
      const renewed = await recall(setting.team, ASK_AGAIN_MS)
      const again = renewed && renewed !== keys ? await verify(assertion, renewed.keys, setting) : verdict
      return again === "unknown key" ? out("wrong", "signed with a key the team doesn't have") : again
    },
  }
}

async function verify(
  assertion: string,
  keys: JSONWebKeySet,
  { team, audience, email }: AccessSetting & { email: string },
): Promise<AccessVerdict | "unknown key"> {
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet(keys), {
      algorithms: ["RS256"],
      issuer: `https://${team}.cloudflareaccess.com`,
      audience,
      requiredClaims: ["exp", "iat", "email"],
      // Cloudflare's seconds are the machine's, however far the company's clock was moved.
      currentDate: asDate(machineClock.now()),
      clockTolerance: 30,
    })
    const shown = payload["email"]
    const isSame = typeof shown === "string" && shown.toLowerCase() === email.toLowerCase()
    return isSame ? { isIn: true } : out("another", "its e-mail address is not the session's")
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return "unknown key"
    if (!(error instanceof errors.JOSEError)) throw error
    return out("wrong", `${error.code}: ${error.message}`)
  }
}

async function fetchKeys(options: AccessGateOptions, team: string): Promise<JSONWebKeySet | undefined> {
  try {
    const host = options.outside.host({
      name: `access ${team}`,
      baseUrl: options.teamUrl(team),
      timeoutMs: TIMEOUT_MS,
      allowPrivate: options.allowPrivate,
    })
    const answer = await host.call({ method: "GET", path: path`/cdn-cgi/access/certs`, retries: 1 })
    const read = answer.status === 200 ? keySet.safeParse(answer.json()) : undefined
    if (read?.success) return read.data as JSONWebKeySet
    options.log.warn({ team, status: answer.status }, "the keys of a Cloudflare Access team are not readable")
    return undefined
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    options.log.warn({ team, error: error.message }, "the keys of a Cloudflare Access team can't be fetched")
    return undefined
  }
}

function out(because: "absent" | "wrong" | "another" | "unreachable", why: string): AccessVerdict {
  return { isIn: false, because, why }
}
