import { and, eq, gt, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { verifications } from "./tables.ts"

/** True once: a signature that was seen before proves nothing. */
export async function takeChallenge(ctx: Context, challenge: string, purpose: string): Promise<boolean> {
  const taken = await ctx.db
    .delete(verifications)
    .where(
      and(
        eq(verifications.identifier, `passkey:${challenge}`),
        eq(verifications.value, purpose),
        gt(verifications.expiresAt, sql`now()`),
      ),
    )
    .returning({ id: verifications.id })
  return taken.length > 0
}
