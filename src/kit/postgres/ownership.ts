import pg from "pg"
import { type Access, DATABASE, OWNER, superUrl } from "./access.ts"
import { AlreadyRunning, PostgresFailure } from "./errors.ts"
import { errorCode, isAlive } from "./processes.ts"

// Any fixed number; nothing else takes advisory locks in the database `postgres`.
const LOCK = 4_678_935

/** One connection that says by its lock: this process keeps this database alive. */
export interface Ownership {
  readonly client: pg.Client
}

export interface OwnershipOptions {
  readonly access: Access
  /** Tells our own broken connection, whose lock may linger for a moment, from another owner in this process. */
  readonly token: string
}

/** Undefined while the server is starting, stopping, or a predecessor that just died still seems to hold the lock. */
export async function tryOwning(options: OwnershipOptions): Promise<Ownership | undefined> {
  const client = await tryConnecting(options)
  if (!client) return undefined
  try {
    const answer = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [LOCK])
    if (answer.rows[0]?.taken) return { client }
    const holder = await readHolder(client)
    if (holder && holder.token !== options.token && isAlive(holder.pid)) throw new AlreadyRunning(holder.pid)
  } catch (error) {
    await client.end()
    // The server went down between the connection and the question: that is "not now", as above.
    if (isConnectionTrouble(error)) return undefined
    throw error
  }
  await client.end()
  return undefined
}

/** The roles and the database that everything else uses; run at every start, so a first start that died is finished. */
export async function ensureDatabase(ownership: Ownership, access: Access): Promise<void> {
  const { client } = ownership
  const roles = await client.query("select 1 from pg_roles where rolname = $1", [OWNER])
  const verb = roles.rowCount === 0 ? "create" : "alter"
  // Our own constant and a password of hexadecimal digits: nothing here comes from outside.
  await client.query(
    `${verb} role ${OWNER} login createrole nosuperuser nobypassrls password '${access.ownerPassword}'`,
  )
  const databases = await client.query("select 1 from pg_database where datname = $1", [DATABASE])
  if (databases.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`)
}

async function tryConnecting({ access, token }: OwnershipOptions): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: superUrl(access),
    // Holders are found by this name.
    application_name: `hostwell owner ${process.pid} ${token}`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  // A connection that breaks later reports here; the supervisor listens for `end`.
  client.on("error", () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    if (errorCode(error) === "28P01") {
      throw new PostgresFailure(
        "The PostgreSQL on the remembered port refuses our password: postgres.json and the data of this home don't " +
          "belong together. Restore both from the same backup.",
      )
    }
    if (isConnectionTrouble(error)) return undefined
    throw error
  }
}

async function readHolder(client: pg.Client): Promise<{ pid: number; token: string } | undefined> {
  const answer = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objid = $1`,
    [LOCK],
  )
  const found = /^hostwell owner (\d+) (\w+)$/.exec(answer.rows[0]?.name ?? "")
  return found?.[2] ? { pid: Number(found[1]), token: found[2] } : undefined
}

/** Class 08 and 57P0x are the server's words for it, the E… ones the system's; pg has one of its own without a code. */
function isConnectionTrouble(error: unknown): boolean {
  const code = errorCode(error) ?? ""
  if (/^(08|57P0)/.test(code) || ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"].includes(code))
    return true
  return error instanceof Error && /terminated|timeout|closed|not queryable/i.test(error.message)
}
