import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { drizzle } from "drizzle-orm/node-postgres"
import { migrate as migrateTables } from "drizzle-orm/node-postgres/migrator"
import pg from "pg"

export interface MigrateOptions {
  /** Connects as the role that owns the tables; the program itself never does. */
  readonly ownerUrl: string
  /** The password hostwell_app gets. Without one, the role must exist already. */
  readonly appPassword?: string
}

const APP_ROLE = "hostwell_app"
const MIGRATIONS = fileURLToPath(new URL("../../migrations", import.meta.url))
const REPEATABLE = join(MIGRATIONS, "repeatable")
/** Any number that nobody else takes as an advisory lock: one migration at a time per database. */
const MIGRATION_LOCK = 7_205_001

/** Brings a database up to this release. May run again at any time, and by two processes at once. */
export async function migrateDatabase(options: MigrateOptions): Promise<void> {
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: "hostwell migrate" })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK])
    await ensureAppRole(client, options.appPassword)
    await migrateTables(drizzle(client), { migrationsFolder: MIGRATIONS })
    // Loaded here only: it weighs more than everything else in this file's readers together.
    const { migrateDbos } = await import("./work/migrate-dbos.ts")
    await migrateDbos(options.ownerUrl, "dbos")
    await grantAndRepeat(client)
  } finally {
    await client.end()
  }
}

/** The same database, as the role the program runs under. */
export function appUrlOf(ownerUrl: string, appPassword: string): string {
  const url = new URL(ownerUrl)
  url.username = APP_ROLE
  url.password = appPassword
  return url.toString()
}

async function ensureAppRole(client: pg.Client, password: string | undefined): Promise<void> {
  const known = await client.query("select 1 from pg_roles where rolname = $1", [APP_ROLE])
  if (password === undefined) {
    if (known.rowCount === 0) throw new Error(`The role ${APP_ROLE} is missing and no password was given.`)
    return
  }
  // To say "nobypassrls" again one must have bypassrls oneself; the owner has not, and a new role hasn't either.
  const words = known.rowCount === 0 ? `create role ${APP_ROLE} nobypassrls` : `alter role ${APP_ROLE}`
  const login = `${words} login password ${client.escapeLiteral(password)}`
  await client.query(login).catch((error: pg.DatabaseError) => {
    // Roles belong to the whole cluster: a migration of the database next door may have been faster.
    if (error.code !== "42710" && error.code !== "23505" && error.message !== "tuple concurrently updated") {
      throw error
    }
  })
}

/**
 * One transaction, so that a running program never sees a right come and go: first the wide grants, then the
 * repeatable SQL, which also takes rights away again (append-only tables revoke update and delete there).
 */
async function grantAndRepeat(client: pg.Client): Promise<void> {
  const files = (await readdir(REPEATABLE)).filter((name) => name.endsWith(".sql")).sort()
  await client.query("begin")
  try {
    for (const schema of await listOwnSchemas(client)) {
      await client.query(`grant usage on schema ${schema} to ${APP_ROLE}`)
      await client.query(
        `grant select, insert, update, delete on all tables in schema ${schema} to ${APP_ROLE}`,
      )
      await client.query(`grant usage, select on all sequences in schema ${schema} to ${APP_ROLE}`)
    }
    await client.query(`grant execute on all functions in schema dbos to ${APP_ROLE}`)
    for (const file of files) {
      await client.query(await readFile(join(REPEATABLE, file), "utf8")).catch((error: Error) => {
        throw new Error(`migrations/repeatable/${file}: ${error.message}`, { cause: error })
      })
    }
    await client.query("commit")
  } catch (error) {
    await client.query("rollback")
    throw error
  }
}

async function listOwnSchemas(client: pg.Client): Promise<string[]> {
  const schemas = await client.query<{ name: string }>(`
    select quote_ident(nspname) as name from pg_namespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'drizzle')
    order by 1`)
  return schemas.rows.map((row) => row.name)
}
