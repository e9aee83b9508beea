import { and, eq, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { identityRefusals } from "./errors.ts"
import { accounts } from "./tables.ts"

/** Whatever changes who belongs to an account takes turns on the account's own row: two of them never count at once. */
export async function lockAccount(
  ctx: Context,
  reach: Reach,
  id: string,
): Promise<typeof accounts.$inferSelect> {
  const within = reach.kind === "accounts" ? inArray(accounts.id, [...reach.accountIds]) : undefined
  const [row] = await ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, id), within))
    .limit(1)
    .for("update")
  return row ?? identityRefusals.refuse("identity.account_missing", { id })
}
