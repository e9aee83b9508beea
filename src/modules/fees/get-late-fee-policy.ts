import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { defaultLateFeePolicy, type LateFeePolicy } from "./plan-late-fee.ts"
import { lateFeePolicies } from "./tables.ts"

/** What this shop decided, or none. */
export async function getLateFeePolicy(ctx: Context): Promise<LateFeePolicy> {
  const [row] = await ctx.db.select().from(lateFeePolicies).where(eq(lateFeePolicies.id, "policy")).limit(1)
  if (!row) return defaultLateFeePolicy
  return { kind: row.kind, afterDays: row.afterDays, basisPoints: row.basisPoints, amounts: row.amounts }
}
