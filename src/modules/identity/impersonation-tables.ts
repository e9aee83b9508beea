import { index, text } from "drizzle-orm/pg-core"
import { instant } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { accounts, identity, people } from "./tables.ts"

/** A member of staff acting as a customer, for a reason and a while. The row stays: it is part of what happened. */
export const impersonations = tenantTable(
  identity,
  "impersonations",
  {
    staffPersonId: text("staff_person_id").notNull(),
    /** As whom: the owner of the account. */
    personId: text("person_id").notNull(),
    accountId: text("account_id").notNull(),
    reason: text("reason").notNull(),
    startedAt: instant("started_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [
    index().on(table.tenantId, table.staffPersonId, table.startedAt),
    index().on(table.tenantId, table.accountId, table.startedAt),
    index().on(table.tenantId, table.personId),
    references(table, table.staffPersonId, () => people).onDelete("cascade"),
    references(table, table.personId, () => people).onDelete("cascade"),
    references(table, table.accountId, () => accounts),
  ],
)
