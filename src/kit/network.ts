import ipaddr from "ipaddr.js"

/** "203.0.113.7", "203.0.113.0/24", "2001:db8::/32": an address is a network of one. */
export function isNetwork(text: string): boolean {
  return ipaddr.isValidCIDR(text) || ipaddr.isValid(text)
}

/** Malformed networks hold nobody, and a word that is no address is in none. */
export function isWithinNetworks(address: string, networks: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return networks.filter(isNetwork).some((text) => {
    const [network, bits] = parseNetwork(text)
    return parsed.kind() === network.kind() && parsed.match(network, bits)
  })
}

function parseNetwork(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  const address = ipaddr.process(text)
  return [address, address.kind() === "ipv4" ? 32 : 128]
}
