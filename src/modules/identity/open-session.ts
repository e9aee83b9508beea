import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { hashToken, makeSessionToken } from "./session-cookie.ts"
import { sessions } from "./tables.ts"

export interface SessionWish {
  readonly personId: string
  readonly address: string
  readonly userAgent: string
}

/** As the library makes one after a password, for those who came in another way. Not admitted yet. */
export async function openSession(ctx: Context, wish: SessionWish): Promise<{ id: string; token: string }> {
  const id = ctx.newId("ses")
  const token = makeSessionToken()
  await ctx.db.insert(sessions).values({
    id,
    token: hashToken(token),
    userId: wish.personId,
    ipAddress: wish.address,
    userAgent: wish.userAgent,
    expiresAt: sql`now() + interval '7 days'` as never,
    createdAt: sql`now()` as never,
    updatedAt: sql`now()` as never,
  })
  return { id, token }
}
