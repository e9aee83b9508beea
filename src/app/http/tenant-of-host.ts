import { readerAcrossTenants } from "#kit/across-tenants.ts"
import { monotonicMs } from "#kit/clock.ts"
import type { Database } from "#kit/db.ts"
import type { Listener } from "#kit/listen.ts"
import { remember } from "#kit/remember.ts"
import { findTenantByHost, TENANCY_CHANNEL, type Tenant } from "#tenancy"

/** Whose shop a host name is; nothing for a name nobody registered. */
export interface TenantOfHost {
  (host: string | null): Promise<Tenant | undefined>
  /** What is known without asking: the name without its port, and its shop. */
  remembered(host: string | null): { readonly name: string | undefined; readonly tenant: Tenant | undefined }
}

/** Whoever works on the machine itself sees the demo shop there, in the sandbox. */
export const LOCAL_NAMES: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"])

/** Where no news comes, a new host name works within half a minute; meanwhile a page costs no look-up. */
const REMEMBERED_MS = 30_000
/** Made-up names are remembered too, so a flood of them costs bounded memory and one look-up each. */
const MOST_REMEMBERED = 5_000

export function createTenantOfHost(database: Database, listener?: Listener): TenantOfHost {
  const remembered = new Map<string, { readonly tenant: Tenant | undefined; readonly until: number }>()
  // A suspension, a new name: seldom enough to forget them all.
  listener?.subscribe(TENANCY_CHANNEL, () => remembered.clear())
  const recall = (host: string) => {
    const known = remembered.get(host)
    return known && known.until > monotonicMs() ? known : undefined
  }
  const ask = async (header: string | null) => {
    const host = hostName(header)
    if (host === undefined) return undefined
    const known = recall(host)
    if (known) return known.tenant
    const tenant = await findTenantByHost(readerAcrossTenants(database), host)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(host, { tenant, until: monotonicMs() + REMEMBERED_MS })
    return tenant
  }
  return Object.assign(ask, {
    remembered: (header: string | null) => {
      const name = hostName(header)
      return { name, tenant: name === undefined ? undefined : recall(name)?.tenant }
    },
  })
}

/** The name without its port, if it is one at all. */
export function hostName(header: string | null): string | undefined {
  return header === null ? undefined : nameIn(header)
}

const nameIn = remember((header) => {
  const match = /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:]+\])(:\d{1,5})?$/i.exec(header)
  return match?.[1]?.toLowerCase()
})

/** Where somebody who came by another name of the shop is led: its own first name, to the same place. */
export function leadToOrigin(
  { origin }: Tenant,
  asked: { host: string; target: string },
): Response | undefined {
  if (origin === null || new URL(origin).hostname === asked.host) return undefined
  return new Response(null, { status: 308, headers: { location: origin + asked.target } })
}
