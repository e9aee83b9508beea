import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { billingDays } from "./subscription-tables.ts"

/** The day of the month on which everything of an account is renewed; null: each thing on a day of its own. */
export async function findBillingDay(ctx: Context, reach: Reach, accountId: string): Promise<number | null> {
  if (reach.kind === "accounts" && !reach.accountIds.includes(accountId)) return null
  const [row] = await ctx.db
    .select({ day: billingDays.day })
    .from(billingDays)
    .where(eq(billingDays.accountId, accountId))
    .limit(1)
  return row?.day ?? null
}
