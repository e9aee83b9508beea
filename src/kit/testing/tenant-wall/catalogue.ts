/** What the database itself says about its tables: the proof believes nothing else. */
export interface Catalogue {
  readonly tables: readonly Table[]
  readonly views: readonly View[]
  readonly definers: readonly Definer[]
  readonly enums: readonly string[]
  readonly schemas: readonly { readonly name: string; readonly appMayCreate: boolean }[]
  /** Roles that the app role is or may become. */
  readonly appRoles: readonly Role[]
}

export interface Role {
  readonly name: string
  readonly isSuper: boolean
  readonly bypassesRls: boolean
}

export interface Table {
  /** "billing.invoices" */
  readonly name: string
  readonly owner: string
  readonly rlsEnabled: boolean
  readonly appPrivileges: readonly string[]
  readonly columns: readonly Column[]
  readonly primaryKey: readonly string[]
  /** Unique keys and unique indexes, the primary key too; an expression shows as null. */
  readonly uniqueKeys: readonly { readonly name: string; readonly columns: readonly (string | null)[] }[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly checks: readonly Check[]
  readonly policies: readonly Policy[]
}

export interface Column {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  readonly hasDefault: boolean
  readonly isGenerated: boolean
}

export interface ForeignKey {
  readonly name: string
  readonly columns: readonly string[]
  readonly target: string
  readonly targetColumns: readonly string[]
  /** Columns that ON DELETE SET NULL or SET DEFAULT would empty. */
  readonly emptied: readonly string[]
}

export interface Check {
  readonly name: string
  readonly columns: readonly string[]
  readonly expression: string
}

export interface Policy {
  readonly name: string
  readonly isPermissive: boolean
  readonly command: string
  readonly roles: readonly string[]
  readonly using: string | null
  readonly withCheck: string | null
}

export interface View {
  readonly name: string
  readonly isMaterialized: boolean
  readonly options: readonly string[]
  readonly appMayRead: boolean
}

export interface Definer {
  readonly name: string
  readonly settings: readonly string[]
}

/** The one call that reading needs: a pool, a client or a transaction's own. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

export async function readCatalogue(db: Queryable, appRole: string): Promise<Catalogue> {
  const read = async <Row>(text: string) => (await db.query(text, [appRole])).rows as unknown as Row[]
  return {
    tables: await read<Table>(TABLES),
    views: await read<View>(VIEWS),
    definers: await read<Definer>(DEFINERS),
    enums: (await read<{ name: string }>(ENUMS)).map((row) => row.name),
    schemas: await read(SCHEMAS),
    appRoles: await read<Role>(APP_ROLES),
  }
}

const OURS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

const columnNames = (numbers: string, relation: string) => `
  coalesce((select json_agg(a.attname order by listed.at)
    from unnest(${numbers}) with ordinality listed(number, at)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = listed.number), '[]')`

const TABLES = `
  select n.nspname || '.' || c.relname as name, pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as "rlsEnabled",
    (select coalesce(json_agg(p), '[]') from unnest(array['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','TRIGGER']) p
      where has_table_privilege($1, c.oid, p)) as "appPrivileges",
    (select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'notNull', a.attnotnull, 'hasDefault', a.atthasdef or a.attidentity <> '',
        'isGenerated', a.attgenerated <> '' or a.attidentity = 'a') order by a.attnum), '[]')
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select ${columnNames("k.conkey", "c.oid")} from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'p'), '[]') as "primaryKey",
    (select coalesce(json_agg(json_build_object('name', ic.relname, 'columns',
        (select json_agg(a.attname order by listed.at)
          from unnest(i.indkey::int2[]) with ordinality listed(number, at)
          left join pg_attribute a on a.attrelid = c.oid and a.attnum = listed.number and listed.number > 0
          where listed.at <= i.indnkeyatts))), '[]')
      from pg_index i join pg_class ic on ic.oid = i.indexrelid where i.indrelid = c.oid and i.indisunique) as "uniqueKeys",
    (select coalesce(json_agg(json_build_object('name', k.conname, 'columns', ${columnNames("k.conkey", "c.oid")},
        'target', (select tn.nspname || '.' || t.relname from pg_class t join pg_namespace tn on tn.oid = t.relnamespace
          where t.oid = k.confrelid),
        'targetColumns', ${columnNames("k.confkey", "k.confrelid")},
        'emptied', case when k.confdeltype in ('n', 'd')
          then ${columnNames("coalesce(k.confdelsetcols, k.conkey)", "c.oid")} else '[]' end) order by k.conname), '[]')
      from pg_constraint k where k.conrelid = c.oid and k.contype = 'f') as "foreignKeys",
    (select coalesce(json_agg(json_build_object('name', k.conname, 'columns', ${columnNames("k.conkey", "c.oid")},
        'expression', pg_get_expr(k.conbin, k.conrelid)) order by k.conname), '[]')
      from pg_constraint k where k.conrelid = c.oid and k.contype = 'c') as checks,
    (select coalesce(json_agg(json_build_object('name', p.polname, 'isPermissive', p.polpermissive,
        'command', p.polcmd, 'roles', (select coalesce(json_agg(coalesce(r.rolname, 'public')), '[]')
          from unnest(p.polroles) member left join pg_roles r on r.oid = member),
        'using', pg_get_expr(p.polqual, p.polrelid), 'withCheck', pg_get_expr(p.polwithcheck, p.polrelid))), '[]')
      from pg_policy p where p.polrelid = c.oid) as policies
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${OURS} order by 1`

const VIEWS = `
  select n.nspname || '.' || c.relname as name, c.relkind = 'm' as "isMaterialized",
    coalesce(to_json(c.reloptions), '[]') as options, has_table_privilege($1, c.oid, 'SELECT') as "appMayRead"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and ${OURS} order by 1`

const DEFINERS = `
  select n.nspname || '.' || p.proname as name, coalesce(to_json(p.proconfig), '[]') as settings
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prosecdef and ${OURS} and has_function_privilege($1, p.oid, 'EXECUTE') order by 1`

const ENUMS = `
  select n.nspname || '.' || t.typname as name from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where t.typtype = 'e' and ${OURS} and $1::text is not null order by 1`

const SCHEMAS = `
  select n.nspname as name, has_schema_privilege($1, n.oid, 'CREATE') as "appMayCreate"
  from pg_namespace n where ${OURS} order by 1`

const APP_ROLES = `
  select rolname as name, rolsuper as "isSuper", rolbypassrls as "bypassesRls"
  from pg_roles where pg_has_role($1, oid, 'MEMBER') order by 1`
