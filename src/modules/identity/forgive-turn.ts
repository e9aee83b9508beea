import { eq, sql } from "drizzle-orm"
import type { Transaction } from "#kit/db.ts"
import { guardId } from "./guard.ts"
import { guards } from "./sign-in-tables.ts"

/** It was the right one: their own door forgets every try, the network address only this one. */
export async function forgiveTurn(
  db: Transaction,
  subjects: { readonly door: string; readonly address?: string },
): Promise<void> {
  const doorForgets = db.delete(guards).where(eq(guards.id, guardId(subjects.door)))
  if (!subjects.address) {
    await doorForgets
    return
  }
  const forgotten = db.$with("forgotten").as(doorForgets.returning({ id: guards.id }))
  await db
    .with(forgotten)
    .update(guards)
    .set({ tries: sql`greatest(${guards.tries} - 1, 0)` })
    .where(eq(guards.id, guardId(subjects.address)))
}
