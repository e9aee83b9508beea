import { and, eq, gt, ne } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { endSessions } from "./end-sessions.ts"
import { getPerson } from "./get-person.ts"
import { linkLives } from "./link.ts"
import { requestLink } from "./request-link.ts"
import { devices, passkeys } from "./sign-in-tables.ts"
import { signInMethods } from "./tables.ts"

/** Somebody else was in: everybody is out, no browser is spared anything, and the way back in is mailed to the owner. */
export async function putOut(ctx: Context, personId: string): Promise<void> {
  const { email, language } = await getPerson(ctx, personId)
  await ctx.db
    .update(signInMethods)
    .set({ password: null })
    .where(and(eq(signInMethods.userId, personId), eq(signInMethods.providerId, "credential")))
  // Whoever was in may have connected a house of their own.
  await ctx.db
    .delete(signInMethods)
    .where(and(eq(signInMethods.userId, personId), ne(signInMethods.providerId, "credential")))
  // And a passkey: what was added for as long as the mail about it could be answered. Older ones have proved themselves.
  const since = ctx.clock.now().subtract(linkLives["not-me"])
  await ctx.db.delete(passkeys).where(and(eq(passkeys.personId, personId), gt(passkeys.createdAt, since)))
  await ctx.db.delete(devices).where(eq(devices.personId, personId))
  await endSessions(ctx, { personId })
  await requestLink(ctx, { kind: "reset-password", email, language, personId })
}
