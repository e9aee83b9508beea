import { and, desc, eq, ne } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { disputes } from "./tables.ts"

/** Of what was paid by it: a card's bank looks at it, or has given it back. Null: neither, or the shop was right. */
export async function findDisputeState(ctx: Context, attemptId: string): Promise<"open" | "lost" | null> {
  const [row] = await ctx.db
    .select({ state: disputes.state })
    .from(disputes)
    .where(and(eq(disputes.attemptId, attemptId), ne(disputes.state, "won")))
    .orderBy(desc(disputes.id))
    .limit(1)
  return row && row.state !== "won" ? row.state : null
}
