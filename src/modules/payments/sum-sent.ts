import { and, eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { refunds } from "./tables.ts"

/** What has gone back of a payment, as our books have it; what is only promised isn't in it. */
export async function sumSent(ctx: Context, attemptId: string): Promise<bigint> {
  const [sent] = await ctx.db
    .select({ minor: sql<string>`coalesce(sum(${refunds.amountMinor}), 0)` })
    .from(refunds)
    .where(and(eq(refunds.attemptId, attemptId), eq(refunds.state, "done")))
  return BigInt(sent?.minor ?? "0")
}
