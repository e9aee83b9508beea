import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { LoyaltyStep } from "./loyalty.ts"
import { loyaltyPolicies } from "./loyalty-tables.ts"

/** What this shop gives to those who stay, by rising months. */
export async function getLoyaltyPolicy(ctx: Context): Promise<readonly LoyaltyStep[]> {
  const [row] = await ctx.db.select().from(loyaltyPolicies).where(eq(loyaltyPolicies.id, "policy")).limit(1)
  return row?.steps ?? []
}
