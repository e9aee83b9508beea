import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { signInMethods } from "./tables.ts"

/** Someone who came in by a passkey may have none yet. */
export async function setPassword(
  ctx: Context,
  wish: { readonly personId: string; readonly passwordHash: string },
): Promise<void> {
  const now = ctx.clock.now()
  const isPassword = and(eq(signInMethods.userId, wish.personId), eq(signInMethods.providerId, "credential"))
  const changed = await ctx.db
    .update(signInMethods)
    .set({ password: wish.passwordHash, updatedAt: now })
    .where(isPassword)
    .returning({ id: signInMethods.id })
  if (changed.length > 0) return
  await ctx.db.insert(signInMethods).values({
    id: ctx.newId("sim"),
    userId: wish.personId,
    providerId: "credential",
    accountId: wish.personId,
    password: wish.passwordHash,
    createdAt: now,
    updatedAt: now,
  })
}
