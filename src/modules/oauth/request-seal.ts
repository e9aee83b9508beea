import type { Keyring } from "#kit/secrets.ts"
import type { AuthorizationRequest } from "./authorization-request.ts"

/** A sign-out that a program asked for, once it was checked. */
export interface LogoutRequest {
  readonly clientName: string | null
  /** With the program's state in it; null where it named none. */
  readonly redirectTo: string | null
}

/** Carry a checked request through our own pages; whoever changes a letter of it has none. */
export function sealRequest(keyring: Keyring, tenant: string, request: AuthorizationRequest): string {
  return seal(keyring, `${ASKED} ${tenant}`, request)
}

export function openRequest(
  keyring: Keyring,
  tenant: string,
  asked: string,
): AuthorizationRequest | undefined {
  return open(keyring, `${ASKED} ${tenant}`, asked) as AuthorizationRequest | undefined
}

export function sealLogout(keyring: Keyring, tenant: string, request: LogoutRequest): string {
  return seal(keyring, `${SIGNED_OUT} ${tenant}`, request)
}

export function openLogout(keyring: Keyring, tenant: string, asked: string): LogoutRequest | undefined {
  return open(keyring, `${SIGNED_OUT} ${tenant}`, asked) as LogoutRequest | undefined
}

const PURPOSE = "oauth.requests"
const ASKED = "authorize"
const SIGNED_OUT = "sign out"

function seal(keyring: Keyring, place: string, value: object): string {
  const body = Buffer.from(JSON.stringify(value)).toString("base64url")
  return `${body}.${keyring.mac(PURPOSE, `${place} ${body}`)}`
}

function open(keyring: Keyring, place: string, asked: string): unknown {
  const [body = "", mac = "", ...rest] = asked.split(".")
  if (rest.length > 0 || !keyring.isMac(PURPOSE, `${place} ${body}`, mac)) return undefined
  return JSON.parse(Buffer.from(body, "base64url").toString())
}
