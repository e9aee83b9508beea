import ipaddr from "ipaddr.js"

/** Why nothing outside may live at this address; undefined when it is a public one. */
export function whyNotPublic(address: string): string | undefined {
  // Only what a resolver or a parsed URL says: "1.2.3" and "0x7f.1" are addresses to some, so to nobody here.
  const isWritten = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
  if (!isWritten) return "no address at all"
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === "ipv4") return whyNotPublicFour(parsed as ipaddr.IPv4)
  return whyNotPublicSix(parsed as ipaddr.IPv6)
}

/** Azure serves machine metadata and its agents from this public address. */
const METADATA = "168.63.129.16"

function whyNotPublicFour(address: ipaddr.IPv4): string | undefined {
  if (address.toString() === METADATA) return "a metadata address"
  const range = address.range()
  return range === "unicast" ? undefined : `a ${range} address`
}

const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3]
const TRANSLATED: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("64:ff9b::"), 96]

function whyNotPublicSix(address: ipaddr.IPv6): string | undefined {
  if (address.zoneId) return "an address with a zone"
  // NAT64: in a network without IPv4 every public IPv4 host has such an address, and every private one too.
  if (address.match(TRANSLATED)) return whyNotPublicFour(new ipaddr.IPv4(address.toByteArray().slice(12)))
  const range = address.range()
  if (range !== "unicast") return `a ${range} address`
  // The list above names what it knows; "::127.0.0.1" and the unassigned rest are outside 2000::/3.
  return address.match(GLOBAL_UNICAST) ? undefined : "an address that is not global"
}
