import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { verifications } from "./tables.ts"

/** What a passkey has to sign, for five minutes: long enough to find the telephone. */
export async function keepChallenge(ctx: Context, challenge: string, purpose: string): Promise<void> {
  await ctx.db.insert(verifications).values({
    id: ctx.newId("ver"),
    identifier: `passkey:${challenge}`,
    value: purpose,
    expiresAt: sql`now() + interval '5 minutes'` as never,
    createdAt: sql`now()` as never,
    updatedAt: sql`now()` as never,
  })
}
