import { sql } from "drizzle-orm"
import type { Database } from "../../db.ts"
import type { Boundary } from "../engine.ts"
import type { Script } from "./script.ts"

/** Where each operation's script wants its process to die. */
export async function readDeaths(database: Database, tenant: string) {
  const found = await database.transact(tenant, (db) =>
    db.execute<{ id: string; dies: NonNullable<Script["dies"]> }>(
      sql`select id, input->'dies' as dies from work.operations where input->'dies' is not null`,
    ),
  )
  const deaths = new Map(found.rows.map((row) => [row.id, row.dies]))
  return (boundary: Boundary): boolean => {
    const death = deaths.get(boundary.operationId)
    return death?.at === boundary.at && death.step === (boundary.step ?? null)
  }
}
