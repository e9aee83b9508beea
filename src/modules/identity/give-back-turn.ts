import { inArray, sql } from "drizzle-orm"
import type { Transaction } from "#kit/db.ts"
import { guardId } from "./guard.ts"
import { guards } from "./sign-in-tables.ts"

/** The house was full and nothing was tried: that counts for nobody. */
export async function giveBackTurn(db: Transaction, subjects: readonly string[]): Promise<void> {
  await db
    .update(guards)
    .set({ tries: sql`greatest(${guards.tries} - 1, 0)` })
    .where(inArray(guards.id, subjects.map(guardId)))
}
