import { createHmac, type Hmac } from "node:crypto"
import { isSameText } from "./secrets.ts"

/** Bytes as they came over the wire: parsed and written again they are others. */
export type RawBody = string | Uint8Array

export interface WebhookSigning {
  readonly body: RawBody
  /** While one replaces another there are two, and the receiver may know either. */
  readonly secrets: readonly string[]
  readonly atSeconds: number
}

export interface WebhookVerification {
  readonly body: RawBody
  readonly header: string | undefined
  readonly secrets: readonly string[]
  readonly nowSeconds: number
  /** How far the sender's clock and ours may be apart, and how old a replay may be. Default 300. */
  readonly toleranceSeconds?: number
}

export type WebhookVerdict =
  | { readonly ok: true; readonly atSeconds: number }
  | { readonly ok: false; readonly why: "malformed" | "too_old" | "too_early" | "no_match" }

/** "t=<unix seconds>,v1=<hex>", one v1 per secret: HMAC-SHA256 over "<t>.<body>". */
export function signWebhook({ body, secrets, atSeconds }: WebhookSigning): string {
  if (secrets.length === 0 || secrets.length > MOST_SIGNATURES)
    throw new Error("A webhook is signed with 1 to 8 secrets.")
  return [`t=${atSeconds}`, ...secrets.map((secret) => `v1=${signatureOf(secret, atSeconds, body)}`)].join(
    ",",
  )
}

export function verifyWebhook(verification: WebhookVerification): WebhookVerdict {
  const read = readHeader(verification.header ?? "")
  if (!read) return { ok: false, why: "malformed" }
  const { atSeconds, signatures } = read
  const isMatch = verification.secrets.flatMap((secret) => {
    const own = signatureOf(secret, atSeconds, verification.body)
    return signatures.map((signature) => isSameText(own, signature))
  })
  if (!isMatch.includes(true)) return { ok: false, why: "no_match" }
  const ageSeconds = verification.nowSeconds - atSeconds
  const tolerance = verification.toleranceSeconds ?? 300
  if (ageSeconds > tolerance) return { ok: false, why: "too_old" }
  return ageSeconds < -tolerance ? { ok: false, why: "too_early" } : { ok: true, atSeconds }
}

/** For providers with a scheme of their own. */
export function hmacHex(
  secret: string | Uint8Array,
  body: RawBody,
  algorithm: "sha256" | "sha1" | "sha512" = "sha256",
): string {
  return createHmac(algorithm, checkSecret(secret)).update(body).digest("hex")
}

/** Hex from a header against our own, in constant time; upper and lower case are one. */
export function isHmacHex(
  secret: string | Uint8Array,
  body: RawBody,
  given: string,
  algorithm?: "sha256" | "sha1" | "sha512",
): boolean {
  return isSameText(hmacHex(secret, body, algorithm), given.toLowerCase())
}

/** Two secrets overlap in a rotation; eight are more than any sender has. */
const MOST_SIGNATURES = 8
const LONGEST_HEADER = 1_024

function readHeader(header: string): { atSeconds: number; signatures: string[] } | undefined {
  if (header.length > LONGEST_HEADER) return undefined
  const parts = header.split(",").map((part) => part.trim())
  const times = parts.filter((part) => part.startsWith("t="))
  // Other schemes beside v1 are none of ours: "v0=…" is what a sender uses for its tests.
  const signatures = parts.filter((part) => part.startsWith("v1=")).map((part) => part.slice(3))
  const time = times[0]?.slice(2) ?? ""
  const isRead =
    times.length === 1 && /^\d{1,12}$/.test(time) && signatures.every((one) => /^[0-9a-f]{64}$/.test(one))
  if (!isRead || signatures.length === 0 || signatures.length > MOST_SIGNATURES) return undefined
  return { atSeconds: Number(time), signatures }
}

function signatureOf(secret: string, atSeconds: number, body: RawBody): string {
  const hmac: Hmac = createHmac("sha256", checkSecret(secret))
  return hmac.update(`${atSeconds}.`).update(body).digest("hex")
}

/** An empty secret is a setting that was forgotten: everybody could sign with it. */
function checkSecret<Secret extends string | Uint8Array>(secret: Secret): Secret {
  if (secret.length === 0) throw new Error("A signing secret must not be empty.")
  return secret
}
