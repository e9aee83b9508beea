import { readerAcrossTenants } from "#kit/across-tenants.ts"
import type { SweepTenant } from "#kit/sweeps/play-due-sweeps.ts"
import { findSettings, listTenants } from "#tenancy"
import type { Ground } from "./ground.ts"

/** Sweeps go by each tenant's own calendar day. A tenant that isn't set up yet has none. */
export async function listTenantZones(ground: Ground): Promise<SweepTenant[]> {
  const tenants = await listTenants(readerAcrossTenants(ground.database))
  const found: SweepTenant[] = []
  for (const { id } of tenants) {
    const settings = await ground.database.read(id, (db) => findSettings({ tenant: id, db }))
    if (settings) found.push({ id, zone: settings.timeZone })
  }
  return found
}
