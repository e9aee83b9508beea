import { type BuildExtraConfigColumns, sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  foreignKey,
  type PgColumnBuilderBase,
  type PgSchema,
  type PgTableExtraConfigValue,
  pgPolicy,
  pgRole,
  primaryKey,
  text,
} from "drizzle-orm/pg-core"

/** The role the program connects as: owns nothing, bypasses nothing. */
export const appRole = pgRole("hostwell_app").existing()

/** The setting is missing on a fresh connection and '' on a used one; both must match no row. */
const currentTenant = sql`nullif(current_setting('app.tenant_id', true), '')`
const isOwnTenant = sql`tenant_id = ${currentTenant}`

/**
 * A table behind the wall: tenant_id leads the primary key, is filled from the connection,
 * and row-level security compares it on every read and write.
 */
export function tenantTable<Name extends string, Columns extends Record<string, PgColumnBuilderBase>>(
  schema: PgSchema,
  name: Name,
  columns: Columns,
  extra?: (table: BuildExtraConfigColumns<Name, BaseColumns & Columns, "pg">) => PgTableExtraConfigValue[],
) {
  return schema.table(name, { ...baseColumns(), ...columns } as BaseColumns & Columns, (table) => [
    primaryKey({ columns: [table.tenantId as AnyPgColumn, table.id as AnyPgColumn] }),
    pgPolicy("tenant_wall", {
      as: "permissive",
      for: "all",
      to: appRole,
      using: isOwnTenant,
      withCheck: isOwnTenant,
    }),
    ...(extra ? extra(table as BuildExtraConfigColumns<Name, BaseColumns & Columns, "pg">) : []),
  ])
}

/** A foreign key that includes the tenant, so a row can't point over the wall. */
export function references(
  table: { tenantId: unknown },
  column: unknown,
  target: () => { tenantId: AnyPgColumn; id: AnyPgColumn },
) {
  const columns: [AnyPgColumn, AnyPgColumn] = [table.tenantId as AnyPgColumn, column as AnyPgColumn]
  return foreignKey({ columns, foreignColumns: [target().tenantId, target().id] })
}

function baseColumns() {
  return { tenantId: text("tenant_id").notNull().default(currentTenant), id: text("id").notNull() }
}
type BaseColumns = ReturnType<typeof baseColumns>
