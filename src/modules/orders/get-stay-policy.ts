import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { stayPolicies } from "./stay-contract.ts"
import { stayPolicyRows } from "./stay-tables.ts"

export interface StayPolicy {
  readonly offer: (typeof stayPolicies)[number]
}

/** What this shop offers whoever cancels: nothing, unless it says so. */
export async function getStayPolicy(ctx: Context): Promise<StayPolicy> {
  const [row] = await ctx.db
    .select({ offer: stayPolicyRows.offer })
    .from(stayPolicyRows)
    .where(eq(stayPolicyRows.id, "policy"))
    .limit(1)
  return row ?? { offer: "nothing" }
}
