import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto"

/** With https the name itself makes the browser refuse the cookie on any other host or without TLS. */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? "__Host-hostwell_session" : "hostwell_session"
}

/** The token in the cookie, if our own signature stands behind it. No made-up token reaches the database. */
export function readSessionToken(
  cookies: string | null,
  options: { readonly isSecure: boolean; readonly secrets: readonly string[] },
): string | undefined {
  const value = findCookie(cookies, sessionCookieName(options.isSecure))
  const cut = value?.lastIndexOf(".") ?? -1
  if (!value || cut < 1) return undefined
  const token = value.slice(0, cut)
  const found = Buffer.from(value.slice(cut + 1), "base64")
  const isOurs = options.secrets.some((secret) => {
    const expected = createHmac("sha256", secret).update(token).digest()
    return found.length === expected.length && timingSafeEqual(found, expected)
  })
  return isOurs ? token : undefined
}

export function makeSessionCookie(
  token: string,
  options: {
    readonly isSecure: boolean
    readonly secrets: readonly string[]
    readonly maxAgeSeconds?: number
  },
): string {
  const [secret = ""] = options.secrets
  const signature = createHmac("sha256", secret).update(token).digest("base64")
  const age = options.maxAgeSeconds === undefined ? "" : `; Max-Age=${options.maxAgeSeconds}`
  const secure = options.isSecure ? "; Secure" : ""
  const value = encodeURIComponent(`${token}.${signature}`)
  return `${sessionCookieName(options.isSecure)}=${value}${age}; Path=/; HttpOnly; SameSite=Lax${secure}`
}

/** Beside the session of whoever wished to be forgotten when the browser closes: later sessions of it follow suit. */
export function briefCookieName(isSecure: boolean): string {
  return `${sessionCookieName(isSecure)}_only`
}

export function makeBriefCookie(isSecure: boolean): string {
  return `${briefCookieName(isSecure)}=1; Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`
}

export function endCookie(name: string, isSecure: boolean): string {
  return `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`
}

/** 32 bytes: nobody guesses one. */
export function makeSessionToken(): string {
  return randomBytes(32).toString("base64url")
}

/** What the table holds in place of the token. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url")
}

/** Longer heads than any browser of ours sends are not searched. */
const MOST_COOKIE_TEXT = 8_192

export function findCookie(cookies: string | null, name: string): string | undefined {
  if (!cookies || cookies.length > MOST_COOKIE_TEXT) return undefined
  for (const pair of cookies.split(";")) {
    const cut = pair.indexOf("=")
    if (pair.slice(0, cut).trim() === name) return decode(pair.slice(cut + 1).trim())
  }
  return undefined
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    // A broken escape is no cookie of ours.
    return undefined
  }
}
