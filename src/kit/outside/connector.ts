import { promises as dns } from "node:dns"
import { isIP, type LookupFunction } from "node:net"
import { buildConnector } from "undici"
import { whyNotPublic } from "./address.ts"

export interface ResolvedAddress {
  readonly address: string
  readonly family: 4 | 6
}

export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>

export const resolveByDns: Resolve = async (hostname) => {
  const found = await dns.lookup(hostname, { all: true })
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
}

/** The host turned out to live where nothing outside lives. */
export class AddressRefused extends Error {
  override readonly name = "AddressRefused"
}

export interface ConnectorOptions {
  readonly allowPrivate: boolean
  readonly timeoutMs: number
  readonly resolve: Resolve
  readonly certificateAuthority: string | undefined
}

/**
 * Connects only where it may. The address that was judged is the address that is dialled: there is no second
 * look-up between the two in which a name could point elsewhere.
 */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const connect = buildConnector({
    timeout: options.timeoutMs,
    allowH2: false,
    lookup: createLookup(options),
    ...(options.certificateAuthority ? { ca: options.certificateAuthority } : {}),
  })
  return (target, callback) => {
    // A literal address is dialled without a look-up, so it is judged here.
    const why = !options.allowPrivate && isIP(target.hostname) ? whyNotPublic(target.hostname) : undefined
    if (why) callback(new AddressRefused(`it is ${why}`), null)
    else connect(target, callback)
  }
}

function createLookup(options: ConnectorOptions): LookupFunction {
  const answer = async (...[hostname, wanted, callback]: Parameters<LookupFunction>) => {
    const found = await resolvePermitted(hostname, options)
    if (found instanceof Error) callback(found, "")
    else if (wanted.all) callback(null, [...found])
    else callback(null, found[0].address, found[0].family)
  }
  return (...asked) => void answer(...asked)
}

async function resolvePermitted(hostname: string, options: ConnectorOptions) {
  try {
    const addresses = await options.resolve(hostname)
    const why = options.allowPrivate ? undefined : whyRefused(addresses)
    if (why) return new AddressRefused(`its name leads to ${why}`)
    const [first, ...others] = addresses
    return first ? ([first, ...others] as const) : new Error("its name has no address")
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** One bad address among good ones is enough: honest names have none. */
function whyRefused(addresses: readonly ResolvedAddress[]): string | undefined {
  return addresses.map(({ address }) => whyNotPublic(address)).find((why) => why !== undefined)
}
