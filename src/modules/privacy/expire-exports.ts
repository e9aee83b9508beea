import { and, eq, inArray, lte, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { exports } from "./tables.ts"
import { removeExportHead, startable } from "./work-heads.ts"

const MOST_AT_ONCE = 200

/** From the moment the key is gone the file opens for nobody; the file itself goes right after. */
export async function expireExports(ctx: Context): Promise<number> {
  const due = ctx.db
    .select({ id: exports.id })
    .from(exports)
    .where(and(eq(exports.state, "ready"), lte(exports.expiresAt, ctx.clock.now())))
    .orderBy(exports.expiresAt)
    .limit(MOST_AT_ONCE)
  const over = await ctx.db
    .update(exports)
    .set({ state: "expired", sealedKey: sql`null` })
    .where(inArray(exports.id, due))
    .returning({ id: exports.id })
  for (const { id } of over) {
    await startWork(ctx, startable(removeExportHead), { exportId: id }, { key: id })
  }
  return over.length
}
