import ipaddr from "ipaddr.js"
import { remember } from "#kit/remember.ts"

/** Who is at the other end, as far as it can be believed. */
export interface Peer {
  readonly address: string
  readonly isSecure: boolean
  /** Where that address is, when a proxy of our own says so: "KR". */
  readonly country?: string
}

export type ReadPeer = (socketAddress: string | undefined, headers: Pick<Headers, "get">) => Peer

/**
 * Forwarded headers count only when the connection comes from a proxy of our own, and then from right to left:
 * the first address that is none of ours is the caller's. Anything further left was written by the caller.
 */
export function createPeerReader(trustedProxies: readonly string[]): ReadPeer {
  const ranges = trustedProxies.map(parseRange)
  const isTrusted = (address: string) => ranges.some((range) => isWithin(address, range))
  const readDirect = remember((socketAddress) => {
    const direct = normalize(socketAddress) ?? "unknown"
    return { address: direct, isTrusted: isTrusted(direct) }
  })
  const readCaller = remember((forwarded) => {
    if (forwarded === "") return undefined
    const chain = forwarded.split(",").map((part) => normalize(part.trim()))
    // A word that is no address was not written by our proxy: believe the last thing that was.
    const cut = chain.lastIndexOf(undefined) + 1
    return chain.slice(cut).findLast((address) => address !== undefined && !isTrusted(address))
  })
  return (socketAddress, headers) => {
    const { address: direct, isTrusted: isProxy } = readDirect(socketAddress ?? "")
    if (!isProxy) return { address: direct, isSecure: false }
    const isSecure = lastPart(headers.get("x-forwarded-proto")) === "https"
    const caller = readCaller(headers.get("x-forwarded-for") ?? "") ?? direct
    return { address: caller, isSecure, ...countryIn(headers) }
  }
}

/** As Cloudflare and many others write it; XX is "unknown" and T1 the Tor network, which is nowhere. */
function countryIn(headers: Pick<Headers, "get">): { country?: string } {
  const said = headers.get("cf-ipcountry")?.trim().toUpperCase()
  if (said === undefined) return {}
  return /^[A-Z]{2}$/.test(said) && said !== "XX" ? { country: said } : {}
}

export function isAddressRange(text: string): boolean {
  return ipaddr.isValidCIDR(text) || ipaddr.isValid(text)
}

type Range = readonly [ipaddr.IPv4 | ipaddr.IPv6, number]

function parseRange(text: string): Range {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  const address = ipaddr.process(text)
  return [address, address.kind() === "ipv4" ? 32 : 128]
}

function isWithin(address: string, [network, bits]: Range): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return parsed.kind() === network.kind() && parsed.match(network, bits)
}

/** "::ffff:10.0.0.1" is 10.0.0.1, and a port behind an address is dropped. */
function normalize(text: string): string | undefined {
  const bare = /^\[(.+)\](:\d+)?$/.exec(text)?.[1] ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : undefined
}

function lastPart(text: string | null): string | undefined {
  return text?.split(",").at(-1)?.trim()
}
