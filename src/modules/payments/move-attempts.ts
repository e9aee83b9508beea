import { and, eq, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { attempts } from "./tables.ts"

/**
 * What these references settle belongs to another account now. Earlier tries go along: money of one that was given up
 * can still arrive, and must meet the request on the same account.
 */
export async function moveAttempts(
  ctx: Context,
  wish: { readonly fromId: string; readonly intoId: string; readonly references: readonly string[] },
): Promise<void> {
  if (wish.references.length === 0) return
  await ctx.db
    .update(attempts)
    .set({ accountId: wish.intoId })
    .where(and(eq(attempts.accountId, wish.fromId), inArray(attempts.reference, [...wish.references])))
}
