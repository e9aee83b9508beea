import { type SQL, sql } from "drizzle-orm"
import { anyMeteredVersion } from "#catalog"
import { metered, useWindows } from "./metered-tables.ts"

/** Something is charged by use here, or was and is not asked for yet. */
export function anyUseToClose(): SQL {
  return sql`(${anyMeteredVersion()} or exists (select from ${metered} where ended_on is null)
    or exists (select from ${useWindows} where request_id is null and amount_minor > 0))`
}
