import { eq } from "drizzle-orm"
import type { Transaction } from "#kit/db.ts"
import { guardId } from "./guard.ts"
import { guards } from "./sign-in-tables.ts"

/** It was the right one: their own door forgets every try. */
export async function forgiveTurn(db: Transaction, door: string): Promise<void> {
  await db.delete(guards).where(eq(guards.id, guardId(door)))
}
