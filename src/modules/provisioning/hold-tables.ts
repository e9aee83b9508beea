import { sql } from "drizzle-orm"
import { index } from "drizzle-orm/pg-core"
import { plainDate } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { provisioning, services } from "./tables.ts"

/** By the service's id: its purchase was taken back, so it stands still, and goes unless staff keep it. */
export const serviceHolds = tenantTable(
  provisioning,
  "service_holds",
  {
    /** Not before this day; empty: staff keep it. */
    releaseOn: plainDate("release_on"),
    /** It goes only once a backup made on this day or later was seen. */
    backupSince: plainDate("backup_since"),
  },
  (table) => [
    index().on(table.tenantId, table.releaseOn, table.id).where(sql`release_on is not null`),
    references(table, table.id, () => services),
  ],
)
