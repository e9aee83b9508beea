import { sql } from "drizzle-orm"
import { readAcrossTenants } from "#kit/across-tenants.ts"
import type { Database } from "#kit/db.ts"

/** Whose endpoint this is. A notice comes without a session or a host of ours: the id in its URL is all it has. */
export async function findWebhookTenant(database: Database, endpointId: string): Promise<string | undefined> {
  const [found] = await readAcrossTenants<{ tenant: string | null }>(
    database,
    sql`select payments.tenant_of_endpoint(${endpointId}) as tenant`,
  )
  return found?.tenant ?? undefined
}
