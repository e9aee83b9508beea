import { and, eq, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { ErasureRow } from "./queries.ts"
import { erasures } from "./tables.ts"

/** The one that is not over, locked: asking, taking back and beginning meet here. */
export async function findOpenErasure(ctx: Context, personId: string): Promise<ErasureRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(erasures)
    .where(and(eq(erasures.personId, personId), inArray(erasures.state, ["waiting", "held", "erasing"])))
    .limit(1)
    .for("update")
  return row
}
