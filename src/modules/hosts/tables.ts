import { index, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant, oneOf } from "#kit/columns.ts"
import { tenantTable } from "#kit/tenant-table.ts"
import type { HostFinding } from "./finding.ts"
import { type HostState, hostStates } from "./host-name.ts"

export const hosts = pgSchema("hosts")

/**
 * Names that a shop says are its own. Two shops may say so of one name: the record decides, and only then does the name
 * stand in the registry that requests are led by.
 */
export const hostNames = tenantTable(
  hosts,
  "host_names",
  {
    /** As the name service has it. */
    host: text("host").notNull(),
    /** What its record has to say; not secret, for everybody can look it up. */
    token: text("token").notNull(),
    state: text("state").$type<HostState>().notNull(),
    finding: jsonb("finding").$type<HostFinding>(),
    createdAt: instant("created_at").notNull(),
    /** Since when, or since when again, it has been looked for. */
    askedAt: instant("asked_at").notNull(),
    /** A look was set off and has not come back yet, where it is later than `checkedAt`. */
    lookAskedAt: instant("look_asked_at").notNull(),
    checkedAt: instant("checked_at"),
    verifiedAt: instant("verified_at"),
    missingSince: instant("missing_since"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.host),
    index().on(table.tenantId, table.state, table.lookAskedAt),
    oneOf("host_names_state", table.state, hostStates),
  ],
)
