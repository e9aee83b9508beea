import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import pg from "pg"
import { databaseErrorCode } from "#kit/db.ts"

/** A promise of the house as one query: what it finds is what broke it. */
export interface Invariant {
  /** Its file without the ending: "i1-ledger-balances". */
  readonly name: string
  /** Its file's first line, for people: "I1: every transfer sums to zero". */
  readonly promise: string
  readonly query: string
}

export interface CheckedInvariant extends Omit<Invariant, "query"> {
  /** The first violating rows; none when the promise is kept. */
  readonly violations: readonly Readonly<Record<string, unknown>>[]
  /** It asks for the stand-ins' books, and there are none here. */
  readonly isSkipped: boolean
}

export interface InvariantOptions {
  readonly directory?: string
  /** All reactions there are. Trials name them, so that one which never answered at all is missed. */
  readonly reactions?: readonly { readonly event: string; readonly reaction: string }[]
}

const DIRECTORY = join(import.meta.dirname, "invariants")
/** Enough to see what went wrong; a broken house may have millions. */
const MOST_ROWS = 50

/** All promises, each asked of the database as it is now. As its owner: the program's role sees no tenant's rows. */
export async function checkInvariants(
  ownerUrl: string,
  options: InvariantOptions = {},
): Promise<CheckedInvariant[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "hostwell invariants" })
  await client.connect()
  try {
    return await askInvariants(client, options)
  } finally {
    await client.end()
  }
}

export async function askInvariants(
  client: pg.Client,
  options: InvariantOptions = {},
): Promise<CheckedInvariant[]> {
  // One moment for all of them, while the company goes on working; and a role that the tenants' wall would
  // blind gets an error instead of an empty answer.
  await client.query("begin isolation level repeatable read read only; set local row_security = off")
  try {
    const reactions = JSON.stringify(options.reactions ?? [])
    await client.query("select set_config('hostwell.reactions', $1, true)", [reactions])
    const checked: CheckedInvariant[] = []
    for (const invariant of listInvariants(options.directory)) {
      checked.push(await askInvariant(client, invariant))
    }
    return checked
  } finally {
    await client.query("rollback")
  }
}

/** In their numbers' order. */
export function listInvariants(directory = DIRECTORY): Invariant[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith(".sql"))
    .sort((first, second) => numberOf(first) - numberOf(second))
    .map((file) => {
      const text = readFileSync(join(directory, file), "utf8")
      const promise = /^-- (I\d+: .+)$/.exec(text.split("\n")[0] ?? "")?.[1]
      if (!promise) throw new Error(`${file} must begin with "-- I<number>: <promise>".`)
      return { name: basename(file, ".sql"), promise, query: text.trim().replace(/;$/, "") }
    })
}

async function askInvariant(
  client: pg.Client,
  { name, promise, query }: Invariant,
): Promise<CheckedInvariant> {
  await client.query("savepoint one")
  try {
    const found = await client.query<Record<string, unknown>>(
      `select * from (${query}\n) as found limit ${MOST_ROWS}`,
    )
    return { name, promise, violations: found.rows, isSkipped: false }
  } catch (error) {
    await client.query("rollback to savepoint one")
    // The stand-ins' books exist in a sandbox only: there is nothing to compare with elsewhere.
    if (databaseErrorCode(error) === "42P01" && query.includes("sandbox.")) {
      return { name, promise, violations: [], isSkipped: true }
    }
    throw new Error(`${name} can't be asked.`, { cause: error })
  }
}

function numberOf(file: string): number {
  return Number(/^i(\d+)/.exec(file)?.[1])
}
