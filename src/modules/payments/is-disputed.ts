import { and, eq, ne } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { disputes } from "./tables.ts"

/** Whether a card's bank holds what was paid by it, or has given it back to the card's holder: nothing can be sent back. */
export async function isDisputed(ctx: Context, attemptId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: disputes.id })
    .from(disputes)
    .where(and(eq(disputes.attemptId, attemptId), ne(disputes.state, "won")))
  return row !== undefined
}
