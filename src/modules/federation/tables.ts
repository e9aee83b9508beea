import { sql } from "drizzle-orm"
import { boolean, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant, oneOf } from "#kit/columns.ts"
import { tenantTable } from "#kit/tenant-table.ts"
import { type ProviderKind, providerKinds } from "./provider.ts"

export const federation = pgSchema("federation")

/** Sign-ins elsewhere that this shop lets people in by. Who comes in by which stands in identity's sign-in methods. */
export const providers = tenantTable(
  federation,
  "providers",
  {
    kind: text("kind").$type<ProviderKind>().notNull(),
    /** On the button. */
    name: text("name").notNull(),
    clientId: text("client_id").notNull(),
    secretSealed: text("secret_sealed").notNull(),
    /** Null: where the real one is. */
    baseUrl: text("base_url"),
    apiUrl: text("api_url"),
    isOn: boolean("is_on").notNull(),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.kind).where(sql`${table.kind} <> 'oidc'`),
    oneOf("providers_kind", table.kind, providerKinds),
  ],
)
