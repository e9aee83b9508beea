import { type SQL, sql } from "drizzle-orm"
import { planVersions } from "./tables.ts"

/** Some plan charges by use, or its draft does. */
export function anyMeteredVersion(): SQL {
  return sql`exists (select from ${planVersions} where meters <> '[]'::jsonb)`
}
