import { monotonicMs } from "#kit/clock.ts"
import type { Database } from "#kit/db.ts"
import { findTenantByHost, type Tenant } from "#tenancy"

/** Whose shop a host name is; nothing for a name nobody registered. */
export type TenantOfHost = (host: string | null) => Promise<Tenant | undefined>

/** A new host name works within half a minute; meanwhile a page costs no look-up. */
const REMEMBERED_MS = 30_000
/** Made-up names are remembered too, so a flood of them costs bounded memory and one look-up each. */
const MOST_REMEMBERED = 5_000

export function createTenantOfHost(database: Database): TenantOfHost {
  const remembered = new Map<string, { readonly tenant: Tenant | undefined; readonly until: number }>()
  return async (header) => {
    const host = hostName(header)
    if (host === undefined) return undefined
    const known = remembered.get(host)
    if (known && known.until > monotonicMs()) return known.tenant
    const tenant = await database.transactAcrossTenants((db) => findTenantByHost(db, host))
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(host, { tenant, until: monotonicMs() + REMEMBERED_MS })
    return tenant
  }
}

/** The name without its port, if it is one at all. */
export function hostName(header: string | null): string | undefined {
  const match = /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:]+\])(:\d{1,5})?$/i.exec(header ?? "")
  return match?.[1]?.toLowerCase()
}
