import { domainToASCII, domainToUnicode } from "node:url"

export const hostStates = ["pending", "verified", "failed", "lapsed"] as const
export type HostState = (typeof hostStates)[number]

/** pending: we look for the record · failed: not found within a week · lapsed: it was there and is gone for days. */
export const hostMoves: Readonly<Record<HostState, readonly HostState[]>> = {
  pending: ["verified", "failed"],
  failed: ["pending", "verified"],
  verified: ["lapsed"],
  lapsed: ["verified"],
}

/** Where the name leads by what the name service says: to this house, to somebody else's machine, to none. */
export const hostLeads = ["here", "elsewhere", "nowhere"] as const
export type HostLead = (typeof hostLeads)[number]

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** Never anybody's in the public name service (RFC 6761, 6762, 7686, 9476), or another machine on each one. */
const RESERVED = ["localhost", "local", "internal", "test", "invalid", "example", "onion", "alt", "arpa"]

/**
 * The name as the name service has it: small letters, other scripts in punycode. Takes what people paste, an address with
 * a path as well; undefined for what is no host name.
 */
export function readHostName(text: string): string | undefined {
  const pasted = text.trim()
  const bare = URL.canParse(pasted) && pasted.includes("://") ? new URL(pasted).hostname : pasted
  // What reads host names cuts them off where an address goes on.
  if (/[\s/\\:?#@%]/.test(bare)) return undefined
  const host = domainToASCII(bare.replace(/\.$/, "")).toLowerCase()
  const labels = host.split(".")
  const last = labels.at(-1) ?? ""
  const isName = labels.length >= 2 && host.length <= 253 && labels.every((label) => LABEL.test(label))
  return isName && /[a-z]/.test(last) ? host : undefined
}

export function isReservedName(host: string): boolean {
  return RESERVED.includes(host.split(".").at(-1) ?? "")
}

/** As people read it: "xn--" and all only where it stands for nothing. */
export function showHostName(host: string): string {
  return domainToUnicode(host) || host
}

/** Below a label of its own, so that it never meets a record the name has for other reasons (RFC 8552). */
export function proofRecordOf(host: string, token: string): { name: string; value: string } {
  return { name: `_shop-check.${host}`, value: `shop-check=${token}` }
}
