import { sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import { databaseErrorCode } from "../db.ts"
import { Refusal } from "../refusal.ts"

/**
 * What a failed part had written is gone, and the note about it can still be made. Gives the error, or nothing. One may
 * stand within another.
 */
export async function inSavepoint(ctx: Context, body: () => Promise<void>): Promise<Error | undefined> {
  await ctx.db.execute(sql`savepoint one_part`)
  try {
    await body()
    await ctx.db.execute(sql`release savepoint one_part`)
    return undefined
  } catch (error) {
    // Data that won't do (classes 22, 23 and 44, what is too large for its place, what a trigger refuses) and our own
    // errors belong to this part; everything else, a deadlock above all, to the whole transaction, which is played again.
    if (!(error instanceof Error) || !isOwnFault(error)) throw error
    await ctx.db.execute(sql`rollback to savepoint one_part`)
    // It is still there after that: left, one around it would be rolled back to here only.
    await ctx.db.execute(sql`release savepoint one_part`)
    return error
  }
}

/** Of the part itself: it would fail the same way again. */
export function isOwnFault(error: Error): boolean {
  // A refusal has a code of its own, which is none of the database's.
  return error instanceof Refusal || /^(?:22|23|44|54|P0)/.test(databaseErrorCode(error) ?? "22")
}
