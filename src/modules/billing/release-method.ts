import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Its payer took the method away: what it paid for goes by the default that is left, or is paid by hand again. */
export async function releaseMethod(
  ctx: Context,
  fact: { readonly accountId: string; readonly methodId: string; readonly defaultId: string | null },
): Promise<void> {
  const { accountId, methodId, defaultId } = fact
  await ctx.db
    .update(subscriptions)
    .set({ methodId: defaultId, collection: defaultId ? "automatic" : "manual" })
    .where(and(eq(subscriptions.accountId, accountId), eq(subscriptions.methodId, methodId)))
}
