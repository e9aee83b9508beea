import { readFile } from "node:fs/promises"
import { sql } from "drizzle-orm"
import type { Database } from "#kit/db.ts"
import type { Readiness } from "./health.ts"

const JOURNAL = new URL("../../../migrations/meta/_journal.json", import.meta.url)

/** A newer program before an older database would fail at every second request: it waits to be migrated. */
export function createMigrationsCheck(database: Database, journal: URL = JOURNAL): Readiness {
  let isCurrent = false
  return async () => {
    // Migrations are never taken back, so once is for ever.
    isCurrent ||= (await newestInDatabase(database)) >= (await newestInProgram(journal))
    return isCurrent ? [] : ["the database is not at this release yet"]
  }
}

async function newestInDatabase(database: Database): Promise<number> {
  const found = await database.transactAcrossTenants((db) =>
    db.execute<{ newest: string | null }>(
      sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
    ),
  )
  return Number(found.rows[0]?.newest ?? 0)
}

async function newestInProgram(journal: URL): Promise<number> {
  const { entries } = JSON.parse(await readFile(journal, "utf8")) as { entries: { when: number }[] }
  return Math.max(0, ...entries.map((entry) => entry.when))
}
