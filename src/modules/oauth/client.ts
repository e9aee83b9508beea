import { createHash, randomBytes } from "node:crypto"

/** Confidential: a server that keeps a secret. Public: an app on a telephone or in a browser, which can't. */
export const clientKinds = ["confidential", "public"] as const

export type ClientKind = (typeof clientKinds)[number]

/** Whether addresses without https on this machine or network may be registered: only where stand-ins are. */
export interface AddressRules {
  readonly kind: ClientKind
  readonly allowPrivate: boolean
}

/**
 * Where codes may be sent to. https; for an app also its own scheme (RFC 8252, 7.1: with a dot in it) or this very
 * machine by number. localhost by name is refused: names can be pointed elsewhere.
 */
export function isRedirectUri(text: string, { kind, allowPrivate }: AddressRules): boolean {
  const url = readAddress(text)
  if (!url) return false
  if (url.protocol === "https:") return true
  if (url.protocol === "http:") return allowPrivate || (kind === "public" && isLoopback(url))
  return kind === "public" && /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:$/.test(url.protocol)
}

/** Where we call to: https, but for a sandbox. */
export function isCallableUri(text: string, allowPrivate: boolean): boolean {
  const url = readAddress(text)
  return url?.protocol === "https:" || (allowPrivate && url?.protocol === "http:")
}

export const SECRET_PATTERN = /^hwcs_[\w-]{43}$/

export function makeClientSecret(): string {
  return `hwcs_${randomBytes(32).toString("base64url")}`
}

export function startOfSecret(secret: string): string {
  return secret.slice(0, 11)
}

/** What tables keep of codes, tokens and secrets. All of them have 256 random bits. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url")
}

export function makeSecret(): string {
  return randomBytes(32).toString("base64url")
}

/** Whole, without a fragment, a name or a password in it, and without what browsers would read differently. */
function readAddress(text: string): URL | undefined {
  if (text.length > 500 || /[\s\\*<>"]/.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const isPlain = url.hash === "" && !text.includes("#") && url.username === "" && url.password === ""
  const isDangerous = ["javascript:", "data:", "file:", "vbscript:", "blob:", "about:"].includes(url.protocol)
  return isPlain && !isDangerous ? url : undefined
}

function isLoopback(url: URL): boolean {
  return url.hostname === "127.0.0.1" || url.hostname === "[::1]"
}
