import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { UseSession } from "./session.ts"
import { sessions } from "./tables.ts"

/** By the key that its sender gave it; held until the transaction ends. */
export async function findSession(
  ctx: Context,
  { subscriptionId, key }: Pick<UseSession, "subscriptionId" | "key">,
): Promise<UseSession | undefined> {
  const [row] = await ctx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.subscriptionId, subscriptionId), eq(sessions.key, key)))
    .limit(1)
    .for("update")
  return row
}
