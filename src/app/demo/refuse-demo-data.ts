import { listTenants } from "#tenancy"
import type { Ground } from "../ground.ts"
import { DEMO_TENANT, SECOND_DEMO_TENANT } from "./demo-tenant.ts"

/** Said to whoever starts the program, as it is. */
export class DemoDataInProduction extends Error {
  override readonly name = "DemoDataInProduction"

  constructor() {
    super(
      "This database holds the demo company, and HOSTWELL_MODE=production refuses it. Use a database of its own.",
    )
  }
}

/** A company of play money must not stand open beside real ones, whatever the settings say. */
export async function refuseDemoData({ database }: Pick<Ground, "database">): Promise<void> {
  const shops = await database.transactAcrossTenants(listTenants)
  if (shops.some(({ id }) => id === DEMO_TENANT || id === SECOND_DEMO_TENANT))
    throw new DemoDataInProduction()
}
