import { lookup } from "node:dns"
import type { LookupFunction } from "node:net"
import ipaddr from "ipaddr.js"

/** Only addresses of the open internet; anything inside a network of ours or of the cloud's is refused. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address) // ::ffff:10.0.0.1 becomes 10.0.0.1
  return parsed.range() === "unicast"
}

export class PrivateAddress extends Error {
  override readonly name = "PrivateAddress"
}

/**
 * Looked at after the name is resolved and before the connection is made, for the very address that is
 * used: a name that answers differently the second time gains nothing.
 */
export const publicOnlyLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0)
    const refused = addresses.find(({ address }) => !isPublicAddress(address))
    if (refused || !addresses[0])
      return callback(new PrivateAddress(`${hostname} leads to a private address`), "", 0)
    if (options.all) return callback(null, addresses)
    callback(null, addresses[0].address, addresses[0].family)
  })
}
