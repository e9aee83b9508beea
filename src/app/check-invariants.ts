import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"

/** A promise of the house as one query: what it finds is what broke it. */
export interface Invariant {
  /** "I4" */
  readonly name: string
  /** Its file's first line, for people. */
  readonly promise: string
  readonly query: string
}

export interface CheckedInvariant extends Omit<Invariant, "query"> {
  /** The first violating rows; none when the promise is kept. */
  readonly violations: readonly Readonly<Record<string, unknown>>[]
}

const FOLDER = join(import.meta.dirname, "invariants")
/** Enough to see what went wrong; a broken house may have millions. */
const MOST_ROWS = 50

/** All promises, each asked of the database as it is now. As its owner: the app's role would see no tenant's rows. */
export async function checkInvariants(ownerUrl: string): Promise<CheckedInvariant[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "hostwell invariants" })
  await client.connect()
  try {
    // One moment for all of them, while the company goes on working; and a role that the tenants' wall
    // would blind gets an error instead of an empty answer.
    await client.query("begin isolation level repeatable read read only; set local row_security = off")
    const checked: CheckedInvariant[] = []
    for (const { name, promise, query } of listInvariants()) {
      const found = await client.query<Record<string, unknown>>(
        `select * from (${query}) as found limit ${MOST_ROWS}`,
      )
      checked.push({ name, promise, violations: found.rows })
    }
    await client.query("rollback")
    return checked
  } finally {
    await client.end()
  }
}

export function listInvariants(): Invariant[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".sql"))
    .map((file) => readInvariant(file))
    .sort((first, second) => numberOf(first.name) - numberOf(second.name))
}

function readInvariant(file: string): Invariant {
  const text = readFileSync(join(FOLDER, file), "utf8")
  const [, name, promise] = /^-- (I\d+): (.+)$/m.exec(text.split("\n")[0] ?? "") ?? []
  if (!name || !promise) throw new Error(`${file} must begin with "-- I<number>: <promise>".`)
  return { name, promise, query: text.trim().replace(/;$/, "") }
}

function numberOf(name: string): number {
  return Number(name.slice(1))
}
